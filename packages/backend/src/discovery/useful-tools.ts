import type { ScoredTool } from "./search-tools.ts";
import type { ToolIndex } from "./tool-index.ts";
import { usefulness } from "./usefulness.ts";

/**
 * The tools of these servers, or of all, for who asks for nothing in particular. Each server's best tool scores the
 * same, so that many servers are seen before much of one.
 */
export function usefulTools({ tools }: ToolIndex, servers?: ReadonlySet<string>): ScoredTool[] {
  const ranks = new Map<string, number>();
  return tools
    .filter(({ entry }) => servers === undefined || servers.has(entry.server))
    .sort((a, b) => usefulness(b.entry.words) - usefulness(a.entry.words))
    .map((tool) => {
      const { server } = tool.entry;
      if (server === "codespar") return { tool, score: 1 };
      const rank = ranks.get(server) ?? 0;
      ranks.set(server, rank + 1);
      return { tool, score: Math.max(0.1, 0.9 - 0.05 * rank) };
    });
}
