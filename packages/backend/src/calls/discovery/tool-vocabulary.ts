import { servers } from "@codespar/contract";
import type { DiscoveryWords } from "../../ports/discovery.ts";
import { literal } from "./concepts-of-tool.ts";
import { lexicons } from "./lexicon/lexicons.ts";
import type { ToolEntry } from "./tool-entry.ts";
import { Vocabulary } from "./vocabulary.ts";

/** The words of the field, the servers' names, and what else the tools are called by. */
export function toolVocabulary(
  entries: readonly ToolEntry[],
  { nicknames = {} }: DiscoveryWords = {},
): Vocabulary {
  const vocabulary = new Vocabulary(lexicons);
  for (const { id, name, aliases } of servers) {
    for (const spelling of [id, name, ...aliases, ...(nicknames[id] ?? [])]) {
      vocabulary.add(spelling, `server:${id}`);
      vocabulary.add(spelling.replaceAll(/[^\p{L}\p{N}]/gu, ""), `server:${id}`);
    }
  }
  for (const { words } of entries) {
    for (const word of words.split(" ")) if (!vocabulary.knows(word)) vocabulary.add(word, literal(word));
  }
  return vocabulary;
}
