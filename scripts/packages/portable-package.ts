// After `tsc`, in a package's folder: what programs in CommonJS and older compilers need besides. The module stays one: Node's
// `require` takes an ES module, so that an entry for CommonJS hands that one on.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { findReachable } from "./find-reachable.ts";
import { toCommonJs, toOlderCompilers } from "./rewrite-declaration.ts";

for (const name of readdirSync("dist", { recursive: true, encoding: "utf8" })) {
  if (!name.endsWith(".d.ts")) continue;
  const file = join("dist", name);
  const text = toOlderCompilers(readFileSync(file, "utf8"));
  writeFileSync(file, text);
  writeFileSync(file.replace(/\.d\.ts$/, ".d.cts"), toCommonJs(text));
}

type Entry = string | { types?: string; require?: Record<string, string> };
const { exports }: { exports: Record<string, Entry> } = JSON.parse(readFileSync("package.json", "utf8"));
const declarations: string[] = [];
for (const entry of Object.values(exports)) {
  if (typeof entry === "string") continue;
  const { types, require: conditions = {} } = entry;
  for (const file of [types, conditions.types]) if (file !== undefined) declarations.push(file);
  for (const file of Object.values(conditions).filter((each) => each.endsWith(".cjs"))) {
    writeFileSync(file, `module.exports = require("./${basename(file, ".cjs")}.js");\n`);
  }
}

// Nobody can import the others, and they are half of all there are.
const reached = findReachable(declarations, (file) => readFileSync(file, "utf8"));
for (const name of readdirSync("dist", { recursive: true, encoding: "utf8" })) {
  const file = join("dist", name);
  if (/\.d\.(?:ts|cts|ts\.map)$/.test(name) && !reached.has(file.replace(/\.map$/, ""))) rmSync(file);
}
