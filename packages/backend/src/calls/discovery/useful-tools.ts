import type { ScoredTool } from "./search-tools.ts";
import type { ToolEntry } from "./tool-entry.ts";
import type { ToolIndex } from "./tool-index.ts";
import { usefulness } from "./verb-popularity.ts";

/**
 * Tools for a query that asks for nothing in particular, of those that `isWithin` lets pass, in the index's order. Each server's
 * best tool scores the same, so that many servers are seen before much of one.
 */
export function usefulTools({ tools }: ToolIndex, isWithin: (entry: ToolEntry) => boolean): ScoredTool[] {
  const within = tools.filter(({ entry }) => isWithin(entry));
  const ranks = new Map<ToolEntry, number>();
  const counts = new Map<string, number>();
  for (const { entry } of within.toSorted((a, b) => usefulness(b.entry.words) - usefulness(a.entry.words))) {
    const rank = counts.get(entry.server) ?? 0;
    counts.set(entry.server, rank + 1);
    ranks.set(entry, rank);
  }
  return within.map((tool) => ({ tool, score: getScore(tool.entry, ranks.get(tool.entry) ?? 0) }));
}

function getScore({ server }: ToolEntry, rank: number): number {
  return server === "codespar" ? 1 : Math.max(0.1, 0.9 - 0.05 * rank);
}
