import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { run } from "../packages/run.ts";
import { temporaryFolder } from "../packages/temporary-folder.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const isOurs = (path: string) => !["node_modules", "dist", ".types"].includes(basename(path));

/** The layers up to providers, with the scripts, so that a provider can be added without touching the repository. */
function copyWorkspace(copy: string): void {
  for (const path of [
    "scripts",
    "docs/provider-fields.md",
    "tsconfig.base.json",
    "biome.json",
    "package.json",
  ])
    cpSync(join(root, path), join(copy, path), { recursive: true, filter: isOurs });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  for (const name of ["formats", "contract", "backend", "providers"]) {
    const to = join(copy, "packages", name);
    cpSync(join(root, "packages", name), to, { recursive: true, filter: isOurs });
    symlinkSync(join(root, "packages", name, "node_modules"), join(to, "node_modules"));
  }
  // the folder's own tests alone, without the repository's set-up
  const conditions = ["@codespar/source", "module", "node"];
  writeFileSync(
    join(copy, "vitest.config.ts"),
    `export default ${JSON.stringify({ resolve: { conditions }, ssr: { resolve: { conditions } } })};\n`,
  );
}

it("a new provider is in the lists, crosses no border, has types, and fails its own tests until it is filled", () => {
  using folder = temporaryFolder("new-provider");
  const copy = join(folder.path, "codespar");
  mkdirSync(copy);
  copyWorkspace(copy);
  const node = (...args: string[]) => run(process.execPath, args, { cwd: copy, timeoutMs: 170_000 });
  const read = (path: string) => readFileSync(join(copy, path), "utf8");

  expect(node("scripts/new-provider.ts", "banco-novo", "Banco Novo")).toContain(
    "fail until the folder is filled",
  );
  node("--conditions=@codespar/source", "packages/providers/scripts/generate.ts");
  for (const list of ["definitions", "simulations", "translators"])
    expect(read(`packages/providers/src/generated/${list}.ts`)).toContain("../banco-novo/");
  expect(read("packages/contract/src/generated/catalogue.ts")).toMatch(/id: "banco-novo"|"id": "banco-novo"/);

  expect(node("scripts/check-borders.ts")).toContain("no import crosses one");

  writeFileSync(
    join(copy, "packages/providers/tsconfig.new.json"),
    JSON.stringify({
      extends: "./tsconfig.json",
      compilerOptions: {
        noEmit: true,
        composite: false,
        emitDeclarationOnly: false,
        declaration: false,
        declarationMap: false,
      },
      include: ["src/banco-novo", "src/generated"],
      references: [],
    }),
  );
  expect(node("node_modules/typescript/bin/tsc", "-p", "packages/providers/tsconfig.new.json")).toBe("");

  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--no-color", "packages/providers/src/banco-novo"];
  expect(() => node(...vitest)).toThrow(/3 failed \(3\)/);
});
