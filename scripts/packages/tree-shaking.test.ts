import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "codespar-shake-"));
const library = join(folder, "formats.js");

// in one file, as tsup publishes it: there, only statements that do nothing can be left out
beforeAll(() =>
  build({
    entryPoints: [join(import.meta.dirname, "../../packages/formats/src/index.ts")],
    outfile: library,
    bundle: true,
    format: "esm",
  }),
);
afterAll(() => rmSync(folder, { recursive: true }));

async function getSize(code: string): Promise<number> {
  const entry = join(folder, "entry.js");
  writeFileSync(entry, code);
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  return outputFiles[0]?.contents.length ?? Number.NaN;
}

it("keeps nothing of @codespar/formats that is not used", async () => {
  expect(await getSize('import "./formats.js";')).toBe(0);
});

it.each([
  ["isValidCpf", 1000],
  ["isValidClabe", 1000],
  ["toMinorUnits", 2000],
  ["parseBoleto", 1500],
  ["encodeStaticBrCode", 3500],
  ["formatOffsetTimestamp", 2500],
  // six calendars of bank holidays
  ["isBankDay", 15_000],
])("bundles %s in less than %i bytes", async (name, most) => {
  expect(await getSize(`export { ${name} } from "./formats.js";`)).toBeLessThan(most);
});
