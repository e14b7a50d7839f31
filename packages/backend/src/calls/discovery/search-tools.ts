import { literal } from "./concepts-of-tool.ts";
import { actions } from "./lexicon/actions.ts";
import type { ToolEntry } from "./tool-entry.ts";
import type { IndexedTool, ToolIndex } from "./tool-index.ts";
import { usefulness } from "./verb-popularity.ts";
import type { Meaning, Term } from "./vocabulary.ts";

/** A tool with how well it fits, 0 to 1. */
export interface ScoredTool {
  tool: IndexedTool;
  score: number;
}

/** A term of the query, looked up. */
interface Wanted {
  /** What it can mean, itself included. */
  alternatives: readonly Meaning[];
  /** How much the term says: rare ones more; actions less, and customers, for whom most things are done. */
  weight: number;
  /** How well each tool fits it, in the index's order. */
  fits: Float64Array;
}

const synonymWeight = 0.92;
const kindWeights: Readonly<Record<string, number>> = {
  server: 1.5,
  country: 0.5,
  action: 0.7,
  customer: 0.6,
};
const unknownWeight = 0.35;
/** A meta-tool's one word stands for many. */
const metaToolFullness = 0.8;
/** Below this a tool has to do with the query by chance. */
const leastScore = 0.2;
/** Below this share of the best score a tool is not what was meant. */
const leastShare = 0.55;

/**
 * The tools that fit the query, of those that `isWithin` lets pass, in the index's order; undefined when the query has
 * no word that says anything.
 */
export function searchTools(
  index: ToolIndex,
  query: string,
  isWithin: (entry: ToolEntry) => boolean = () => true,
): ScoredTool[] | undefined {
  const terms = index.vocabulary.read(query, { tolerant: true });
  const wanted = terms.map((term) => lookUp(index, term)).filter(({ weight }) => weight > 0);
  if (wanted.length === 0) return undefined;
  const concepts = new Set(wanted.flatMap(({ alternatives }) => alternatives.map(({ concept }) => concept)));
  const scored: ScoredTool[] = [];
  let best = 0;
  for (const [place, tool] of index.tools.entries()) {
    const covered = coverage(place, wanted);
    if (covered < leastScore || !isWithin(tool.entry)) continue;
    const score = covered * likelihood(tool, concepts);
    best = Math.max(best, score);
    scored.push({ tool, score });
  }
  const least = Math.max(leastScore, best * leastShare);
  return scored.filter(({ score }) => score >= least);
}

function lookUp({ tools, postings }: ToolIndex, { text, meanings }: Term): Wanted {
  const synonyms = meanings.map(({ concept, weight }) => ({ concept, weight: weight * synonymWeight }));
  const alternatives = [{ concept: literal(text), weight: 1 }, ...synonyms];
  const fits = new Float64Array(tools.length);
  let best = 0;
  for (const { concept, weight } of alternatives) {
    for (const { place, strength } of postings.get(concept) ?? []) {
      const fit = Math.max(fits[place] ?? 0, weight * strength);
      fits[place] = fit;
      best = Math.max(best, fit);
    }
  }
  if (best === 0) return { alternatives, fits, weight: isWord(text) ? unknownWeight : 0 };
  let many = 0;
  for (const fit of fits) if (fit >= best / 2) many++;
  return { alternatives, fits, weight: rarity(tools.length, many) * kindWeight(meanings) };
}

/** Not a number, nor one of the short words that hold sentences together. */
function isWord(text: string): boolean {
  return text.length > 2 && !/[0-9]/.test(text);
}

/** 1 for what one tool has, towards 0 for what all have. */
function rarity(all: number, many: number): number {
  return Math.log(1 + all / many) / Math.log(1 + all);
}

/** A word that can be a thing is not taken for an action. */
function kindWeight(meanings: readonly Meaning[]): number {
  if (meanings.length === 0) return 1;
  return Math.max(...meanings.map(({ concept }) => kindWeights[getKind(concept)] ?? 1));
}

function getKind(concept: string): string {
  if (Object.hasOwn(actions, concept)) return "action";
  return concept.split(":", 1)[0] ?? concept;
}

/** How much of the query the tool matches. */
function coverage(place: number, wanted: readonly Wanted[]): number {
  let total = 0;
  let met = 0;
  for (const { weight, fits } of wanted) {
    total += weight;
    met += weight * (fits[place] ?? 0);
  }
  return total === 0 ? 0 : met / total;
}

/** Between tools that match equally well: the one that is wanted more often, and the one whose name says little else. */
function likelihood({ entry, name }: IndexedTool, concepts: ReadonlySet<string>): number {
  const asked = name.filter((word) => word.some((concept) => concepts.has(concept))).length;
  const fullness = entry.server === "codespar" ? metaToolFullness : asked / Math.max(1, name.length);
  return 0.84 + 0.06 * fullness + 0.1 * usefulness(entry.words);
}
