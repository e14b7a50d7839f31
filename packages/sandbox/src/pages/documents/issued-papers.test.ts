import { createSandbox } from "@codespar/sandbox-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { servePages } from "../serve-pages.ts";
import { apiClient } from "../testing/api-client.ts";
import { issuePapers } from "../testing/issue-papers.ts";
import { type ReadPage, readPdf } from "../testing/read-pdf.ts";

const pages = new Map<string, ReadPage>();
const sandbox = createSandbox({ seed: 1, now: "2026-11-21T18:00:00Z", publicUrl: "http://127.0.0.1:4010" });

beforeAll(async () => {
  const serve = servePages(sandbox);
  for (const [name, url] of await issuePapers(apiClient(sandbox), sandbox)) {
    const response = await serve(new Request(url));
    const [page] = await readPdf(new Uint8Array((await response?.arrayBuffer()) ?? []));
    if (page === undefined) throw new Error(`${name} has no sheet`);
    pages.set(name, page);
  }
});
afterAll(() => sandbox.close());

const named = (prefix: string) => [...pages].filter(([name]) => name.startsWith(`${prefix}-`));

it("every paper that a provider issues has a code that an outside decoder reads", () => {
  for (const [name, { codes }] of pages) expect([name, codes.length > 0]).toEqual([name, true]);
  for (const prefix of ["nfe", "cte", "mdfe", "label", "boleto"]) {
    for (const [name, { codes }] of named(prefix)) {
      const format = prefix === "boleto" ? "ITF" : "Code128";
      expect([name, codes.map((code) => code.format)]).toEqual([name, expect.arrayContaining([format])]);
    }
  }
});

it("the bars of a DANFE are the key that stands beneath them, and a QR code leads to the sandbox", () => {
  for (const [, { codes, text }] of [...named("nfe"), ...named("cte"), ...named("mdfe")]) {
    const key = codes.find(({ format }) => format === "Code128")?.text ?? "none";
    expect(text).toContain(key.match(/.{4}/g)?.join(" "));
  }
  for (const [name, { codes }] of [...named("cte"), ...named("nfse"), ...named("nfce"), ...named("cfdi")]) {
    const url = codes.find(({ format }) => format === "QRCode")?.text;
    expect([name, url?.startsWith("http://127.0.0.1:4010/pages/")]).toEqual([name, true]);
  }
});

it("a label and a DANFE have the street where the parcel goes", () => {
  for (const [name, { text }] of [...named("label"), ...named("nfe")])
    expect([name, text]).toEqual([name, expect.stringContaining("Rua das Flores, 12")]);
});

it("a bank's boleto has the number that the bank gives, not an id of the API", () => {
  for (const [, { text }] of named("boleto")) expect(text).not.toMatch(/pay_|[0-9a-f]{8}-[0-9a-f]{4}/);
});
