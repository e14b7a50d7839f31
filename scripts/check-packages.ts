import { readFileSync } from "node:fs";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { checkList } from "./packages/check-list.ts";
import { packPackages } from "./packages/pack-packages.ts";
import { run } from "./packages/run.ts";
import { temporaryFolder } from "./packages/temporary-folder.ts";

using folder = temporaryFolder("pack");
const { check, finish } = checkList();

for (const { manifest, tarball } of packPackages(folder.path)) {
  const { name } = manifest;
  await check(`publint ${name}`, async () => {
    const file = readFileSync(tarball);
    const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
    const { messages } = await publint({ pack: { tarball: bytes }, strict: true });
    const lines = messages.map((message) => formatMessage(message, manifest) ?? message.code);
    if (lines.length > 0) throw new Error(lines.join("\n"));
  });
  await check(`types of ${name}`, () => {
    run("attw", [tarball, "--profile", "node16", "--no-emoji", "--no-color", "--format", "ascii"]);
  });
}
await check("size of the sdk at the edge", () =>
  run("size-limit", [])
    .trim()
    .replaceAll(/\s*\n\s*/g, "; "),
);
finish();
