import { servers } from "@codespar/contract";
import type { Provider } from "../provider.ts";
import { conceptsOfTool, literal, type ToolConcepts } from "./concepts-of-tool.ts";
import { actions } from "./lexicon/actions.ts";
import { banking } from "./lexicon/banking.ts";
import { crypto } from "./lexicon/crypto.ts";
import { erp } from "./lexicon/erp.ts";
import { fiscal } from "./lexicon/fiscal.ts";
import { logistics } from "./lexicon/logistics.ts";
import { messaging } from "./lexicon/messaging.ts";
import { payments } from "./lexicon/payments.ts";
import { places } from "./lexicon/places.ts";
import { metaToolEntries } from "./meta-tool-entries.ts";
import { nativeToolEntries } from "./native-tool-entries.ts";
import type { ToolEntry } from "./tool-entry.ts";
import { Vocabulary } from "./vocabulary.ts";

/** One tool of the index. */
export interface IndexedTool extends ToolConcepts {
  entry: ToolEntry;
}

/** All tools in their order, meta-tools first, ready to be searched. */
export interface ToolIndex {
  tools: readonly IndexedTool[];
  vocabulary: Vocabulary;
  /** For each concept, the tools that have it, by their place. */
  postings: ReadonlyMap<string, readonly { place: number; strength: number }[]>;
}

const nicknames: Readonly<Record<string, string>> = {
  "take-blip": "blip",
  "evolution-api": "evolution",
  "stark-bank": "stark",
  totvs: "protheus",
  "whatsapp-cloud": "whatsapp cloud",
  "banco-do-brasil": "bb",
};
const indexes = new WeakMap<ReadonlyMap<string, Provider>, ToolIndex>();

/** The index over these providers' tools, built on first use. */
export function toolIndexOf(providers: ReadonlyMap<string, Provider>): ToolIndex {
  const known = indexes.get(providers);
  if (known !== undefined) return known;
  const index = buildToolIndex(providers);
  indexes.set(providers, index);
  return index;
}

function buildToolIndex(providers: ReadonlyMap<string, Provider>): ToolIndex {
  const entries = [...metaToolEntries(), ...nativeToolEntries(providers)];
  const vocabulary = buildVocabulary(entries);
  const tools = entries.map((entry) => ({ entry, ...conceptsOfTool(entry, vocabulary) }));
  const postings = new Map<string, { place: number; strength: number }[]>();
  for (const [place, { strengths }] of tools.entries()) {
    for (const [concept, strength] of strengths) {
      const posting = postings.get(concept);
      if (posting === undefined) postings.set(concept, [{ place, strength }]);
      else posting.push({ place, strength });
    }
  }
  return { tools, vocabulary, postings };
}

function buildVocabulary(entries: readonly ToolEntry[]): Vocabulary {
  const vocabulary = new Vocabulary([
    actions,
    payments,
    fiscal,
    logistics,
    messaging,
    banking,
    erp,
    crypto,
    places,
  ]);
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
