import { dirname, join } from "node:path";

const relativeImport = /(?:\bfrom|\bimport\(|\bimport)\s*"(\.{1,2}\/[^"]+)"/g;
const endings: Readonly<Record<string, string>> = { ts: ".d.ts", js: ".d.ts", cts: ".d.cts", cjs: ".d.cts" };

/** The declarations that an importer can see: the entries, and what they import, near or far. */
export function findReachable(entries: readonly string[], read: (file: string) => string): Set<string> {
  const reached = new Set<string>();
  const waiting = entries.map((entry) => join(entry));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    for (const [, specifier = ""] of read(file).matchAll(relativeImport)) {
      const named = specifier.replace(/\.d\.(c?ts)$/, ".$1");
      const [, stem, ending = ""] = /^(.*)\.(ts|js|cts|cjs)$/.exec(named) ?? [];
      if (stem === undefined) throw new Error(`${file}: ${specifier} names no file with an ending.`);
      waiting.push(join(dirname(file), stem + (endings[ending] ?? "")));
    }
  }
  return reached;
}
