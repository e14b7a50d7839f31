const entries = require("./entries.json");

for (const entry of entries) {
  const names = Object.keys(require(entry));
  if (names.length === 0) throw new Error(`${entry} exports nothing.`);
}
console.log(`${entries.length} entries`);
