import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { requirementIds } from "../requirements.ts";

const root = new URL("../../../../", import.meta.url);
const document = readFileSync(new URL("docs/seed-coverage.md", root), "utf8");

interface Row {
  line: number;
  sentence: string;
  place: string;
  test: string;
}

/** The rows of the tables with a sentence, where it lives and its test. */
const rows = document.split("\n").flatMap((text, index): Row[] => {
  const cells = text.split("|").map((cell) => cell.trim());
  const [, sentence = "", place = "", test = ""] = cells;
  if (cells.length !== 5 || sentence === "sentence" || sentence.startsWith("---")) return [];
  return [{ line: index + 1, sentence, place, test }];
});

/** A path as the document shortens it. */
function getFile(path: string): URL {
  if (/^(examples|packages|docs)\//.test(path)) return new URL(path, root);
  const [name, ...rest] = path.split("/");
  const folder = name === "seeds" ? "conformance/src/seeds" : `${name}/src`;
  return new URL(`packages/${folder}/${rest.join("/")}`, root);
}

const isPath = (text: string) => /^[\w.-]+\/[\w./-]*$/.test(text);
const quoted = (text: string) => [...text.matchAll(/`([^`]+)`|"([^"]+)"/g)];

describe("docs/seed-coverage.md", () => {
  it("has a table for each of the three documents", () => {
    for (const title of ["Billing & Quotas", "FAQ", "Multi-Tenant Agent"]) {
      expect(document).toContain(`\n## ${title}\n\n| sentence | where it lives | test |\n`);
    }
    expect(rows.length).toBeGreaterThan(90);
  });

  it.each(rows)("line $line: $sentence", ({ place, test }) => {
    for (const [, path = ""] of quoted(place))
      expect([path, existsSync(getFile(path))]).toEqual([path, true]);
    if (test.startsWith("none: ")) return;
    let source: string | undefined;
    for (const [, code, title] of quoted(test)) {
      if (code?.startsWith("requirement:"))
        expect(requirementIds).toContain(code.slice("requirement:".length));
      else if (code !== undefined && isPath(code)) {
        source = readFileSync(getFile(code), "utf8");
      } else if (title !== undefined) expect(source).toContain(title);
    }
    expect(test).toMatch(/\.test\.ts`|`requirement:/);
  });
});
