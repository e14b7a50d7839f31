import { readFileSync } from "node:fs";

const entries = JSON.parse(readFileSync("entries.json", "utf8"));
for (const entry of entries) {
  const names = Object.keys(await import(entry));
  const typesOnly = entry.endsWith("/native-tools");
  if ((names.length === 0 && !typesOnly) || names.includes("default"))
    throw new Error(`${entry} exports [${names}].`);
}
console.log(`${entries.length} entries`);
