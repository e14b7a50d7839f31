import type { DiscoveryWords } from "../../ports/discovery.ts";
import type { Provider } from "../../ports/provider.ts";
import { conceptsOfTool, type ToolConcepts } from "./concepts-of-tool.ts";
import { metaToolEntries } from "./meta-tool-entries.ts";
import { nativeToolEntries } from "./native-tool-entries.ts";
import type { ToolEntry } from "./tool-entry.ts";
import { toolVocabulary } from "./tool-vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

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

const indexes = new WeakMap<ReadonlyMap<string, Provider>, ToolIndex>();

/** The index over a backend's providers and their words, built on first use. */
export function createToolIndex(
  providers: ReadonlyMap<string, Provider>,
  words: DiscoveryWords = {},
): ToolIndex {
  const known = indexes.get(providers);
  if (known !== undefined) return known;
  const index = buildToolIndex(providers, words);
  indexes.set(providers, index);
  return index;
}

function buildToolIndex(providers: ReadonlyMap<string, Provider>, words: DiscoveryWords): ToolIndex {
  const entries = [...metaToolEntries(), ...nativeToolEntries(providers, words)];
  const vocabulary = toolVocabulary(entries, words);
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
