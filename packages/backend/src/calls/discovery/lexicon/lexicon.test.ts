import { nativeToolNames, servers } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { nativeToolEntries } from "../native-tool-entries.ts";
import { splitWords } from "../split-words.ts";
import { stopWords } from "../stop-words.ts";
import { createToolIndex } from "../tool-index.ts";
import { categoryKeywords } from "../tool-keywords.ts";
import { lexicons } from "./lexicons.ts";
import { related } from "./related.ts";

const concepts = lexicons.flatMap((lexicon) => Object.keys(lexicon));
const terms = lexicons
  .flatMap((lexicon) => Object.values(lexicon))
  .flatMap((list) => list.split(",").map((term) => term.trim()));

describe("lexicons", () => {
  it("name each concept once", () => {
    expect(concepts).toEqual([...new Set(concepts)]);
  });

  it("write their terms as a query is read", () => {
    const read = terms.map((term) =>
      splitWords(term)
        .filter((word) => !stopWords.has(word))
        .join(" "),
    );
    expect(terms.map((term) => term.replace(/^~|\*$/g, ""))).toEqual(read);
  });

  it("have only concepts that some tool is about", () => {
    const { postings } = createToolIndex(new Map());
    expect(concepts.filter((concept) => !postings.has(concept))).toEqual([]);
  });

  it("are related by concepts that they have", () => {
    const named = Object.entries(related).flatMap(([concept, others]) => [concept, ...Object.keys(others)]);
    expect(named.filter((concept) => !concepts.includes(concept))).toEqual([]);
  });
});

describe("categoryKeywords", () => {
  it("are each about a tool of the catalogue", () => {
    const nouns = nativeToolEntries(new Map()).flatMap(({ server, words, categories }) => {
      const noun = words.split(" ").slice(1).join("_");
      return [`${server}`, ...categories.map((category) => `${category}/${noun}`)];
    });
    const known = new Set([...nouns, ...nativeToolNames()]);
    expect(Object.keys(categoryKeywords).filter((key) => !known.has(key))).toEqual([]);
  });
});

it("finds every server by its name and spellings", () => {
  const { vocabulary } = createToolIndex(new Map());
  for (const { id, name, aliases } of servers) {
    for (const spelling of [id, name, ...aliases]) {
      const found = vocabulary
        .read(spelling)
        .flatMap(({ meanings }) => meanings.map(({ concept }) => concept));
      expect(found, spelling).toContain(`server:${id}`);
    }
  }
});
