const entries = require("./entries.json");

for (const entry of entries) {
  const names = Object.keys(require(entry));
  const typesOnly = entry.endsWith("/native-tools");
  if (names.length === 0 && !typesOnly) throw new Error(`${entry} exports nothing.`);
}
console.log(`${entries.length} entries`);
