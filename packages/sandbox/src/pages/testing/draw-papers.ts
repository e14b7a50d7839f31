import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createSandbox } from "@codespar/sandbox-core";
import { type PDFiumDocument, PDFiumLibrary } from "@hyzyla/pdfium";
import { encode } from "fast-png";
import { servePages } from "../serve-pages.ts";
import { apiClient } from "./api-client.ts";
import { issuePapers } from "./issue-papers.ts";
import { ownFields, samplePapers } from "./sample-papers.ts";

/**
 * Draws every paper as a picture to look at: from samples, from documents that providers issue on a sandbox, and with texts
 * that go too far. Run by `pnpm papers <folder>`.
 */
const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write("Name the folder that the pictures go to: pnpm papers <folder>\n");
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const library = await PDFiumLibrary.init();

for (const [name, render] of Object.entries(samplePapers)) {
  await keep(`sample-${name}`, await render());
  await keep(
    `long-${name}`,
    await render((field, text) => (ownFields.has(field) ? text : `${text} ação `.repeat(40))),
  );
}

const sandbox = createSandbox({
  seed: 1,
  now: "2026-11-21T18:00:00Z",
  publicUrl: "http://127.0.0.1:4010",
  plan: "growth",
});
const serve = servePages(sandbox);
for (const [name, url] of await issuePapers(apiClient(sandbox), sandbox)) {
  const response = await serve(new Request(url));
  if (response === undefined) throw new Error(`${name}: ${url} is no page`);
  await keep(`issued-${name}`, new Uint8Array(await response.arrayBuffer()));
}
await sandbox.close();
library.destroy();

async function keep(name: string, bytes: Uint8Array): Promise<void> {
  const document: PDFiumDocument = await library.loadDocument(bytes);
  for (const page of document.pages()) {
    const { data, width, height } = await page.render({ scale: 2, render: "bitmap", colorSpace: "Gray" });
    const file = join(folder ?? "", `${name.replaceAll(/\W+/g, "-")}-${page.number + 1}.png`);
    writeFileSync(file, encode({ data, width, height, channels: 1, depth: 8 }));
  }
  document.destroy();
}
