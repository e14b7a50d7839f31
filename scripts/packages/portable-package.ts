// After `tsc`, in a package's folder: what programs in CommonJS and older compilers need besides. The module stays one: Node's
// `require` takes an ES module, so that an entry for CommonJS hands that one on.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { toCommonJs, toOlderCompilers } from "./rewrite-declaration.ts";

for (const name of readdirSync("dist", { recursive: true, encoding: "utf8" })) {
  if (!name.endsWith(".d.ts")) continue;
  const file = join("dist", name);
  const text = toOlderCompilers(readFileSync(file, "utf8"));
  writeFileSync(file, text);
  writeFileSync(file.replace(/\.d\.ts$/, ".d.cts"), toCommonJs(text));
}

const { exports }: { exports: Record<string, { require?: Record<string, string> }> } = JSON.parse(
  readFileSync("package.json", "utf8"),
);
for (const { require: conditions = {} } of Object.values(exports)) {
  for (const entry of Object.values(conditions).filter((file) => file.endsWith(".cjs"))) {
    writeFileSync(entry, `module.exports = require("./${basename(entry, ".cjs")}.js");\n`);
  }
}
