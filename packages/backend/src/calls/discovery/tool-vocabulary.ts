import { servers } from "@codespar/contract";
import { literal } from "./concepts-of-tool.ts";
import { lexicons } from "./lexicon/lexicons.ts";
import type { ToolEntry } from "./tool-entry.ts";
import { Vocabulary } from "./vocabulary.ts";

/** What people call servers besides their names. */
const nicknames: Readonly<Record<string, string>> = {
  "take-blip": "blip",
  "evolution-api": "evolution",
  "stark-bank": "stark",
  totvs: "protheus",
  "banco-do-brasil": "bb",
};

/** The words of the field, the servers' names, and what else the tools are called by. */
export function toolVocabulary(entries: readonly ToolEntry[]): Vocabulary {
  const vocabulary = new Vocabulary(lexicons);
  for (const { id, name, aliases } of servers) {
    for (const spelling of [id, name, ...aliases, nicknames[id]]) {
      if (spelling === undefined) continue;
      vocabulary.add(spelling, `server:${id}`);
      vocabulary.add(spelling.replaceAll(/[^\p{L}\p{N}]/gu, ""), `server:${id}`);
    }
  }
  for (const { words } of entries) {
    for (const word of words.split(" ")) if (!vocabulary.knows(word)) vocabulary.add(word, literal(word));
  }
  return vocabulary;
}
