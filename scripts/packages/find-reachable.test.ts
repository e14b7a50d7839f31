import { expect, it } from "vitest";
import { findReachable } from "./find-reachable.ts";

const files: Readonly<Record<string, string>> = {
  "dist/index.d.ts": 'export type { A } from "./a/a.ts";\nimport "./side.ts";\n',
  "dist/a/a.d.ts": 'export interface A { b: import("../b.js").B }\n',
  "dist/b.d.ts":
    'import type { A } from "./a/a.ts";\nexport type B = A | Foreign;\nimport { Foreign } from "zod";\n',
  "dist/side.d.ts": "",
  "dist/index.d.cts": 'export type { A } from "./a/a.cts";\n',
  "dist/a/a.d.cts": "",
};

function read(file: string): string {
  const text = files[file];
  if (text === undefined) throw new Error(`${file} was not there.`);
  return text;
}

it("finds what an entry imports, near or far, in circles too, and nothing else", () => {
  expect([...findReachable(["./dist/index.d.ts"], read)].sort()).toEqual([
    "dist/a/a.d.ts",
    "dist/b.d.ts",
    "dist/index.d.ts",
    "dist/side.d.ts",
  ]);
  expect([...findReachable(["./dist/index.d.cts"], read)].sort()).toEqual([
    "dist/a/a.d.cts",
    "dist/index.d.cts",
  ]);
});

it("says what a declaration imports that is not there", () => {
  expect(() => findReachable(["dist/none.d.ts"], read)).toThrow("dist/none.d.ts was not there");
});
