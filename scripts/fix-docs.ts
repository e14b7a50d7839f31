import { globSync, readFileSync, writeFileSync } from "node:fs";
import { showFiles } from "./docs/show-files.ts";

for (const path of globSync("docs/**/*.md", { exclude: (name) => name.includes("node_modules") })) {
  const markdown = readFileSync(path, "utf8");
  const shown = showFiles(markdown, (file) => readFileSync(file, "utf8"));
  if (shown !== markdown) writeFileSync(path, shown);
}
