import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../../../../", import.meta.url);
const document = readFileSync(new URL("docs/decisions/findings.md", root), "utf8");

/** How many rows each table of the findings has. */
const counts = { "1.": 24, "2.": 17, "3.": 20, A: 35, O: 14 };
const wanted = Object.entries(counts).flatMap(([prefix, count]) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`),
);

const rows = document.split("\n").flatMap((line) => {
  const [, id = "", what = "", test = ""] = line.split("|").map((cell) => cell.trim());
  return /^(?:\d\.|A|O)\d+$/.test(id) ? [{ id, what, test }] : [];
});

/** A path as the document shortens it. */
function getFile(path: string): URL {
  const [name, ...rest] = path.split("/");
  const inside = rest.join("/");
  const candidates = [path, `${path}.ts`, `packages/${name}/${inside}`, `packages/${name}/src/${inside}.ts`];
  return new URL(candidates.find((candidate) => existsSync(new URL(candidate, root))) ?? "none", root);
}

describe("docs/decisions/findings.md", () => {
  it("has every row of the findings, once and in order", () => {
    expect(rows.map(({ id }) => id)).toEqual(wanted);
  });

  it.each(rows)("$id: $what", ({ test }) => {
    // backticks may stand inside a title
    const named = [...test.matchAll(/`([\w./-]+)`(?: "((?:[^"\\]|\\.)*)")?/g)].filter(([, path = ""]) =>
      path.includes("/"),
    );
    expect(named.length > 0 || /open: ./.test(test), test).toBe(true);
    for (const [, path = "", title] of named) {
      const file = getFile(path);
      expect(existsSync(file), path).toBe(true);
      if (title === undefined) continue;
      const text = readFileSync(file, "utf8").replaceAll("\\`", "`");
      expect(text.includes(title), `${path} has "${title}"`).toBe(true);
    }
  });
});
