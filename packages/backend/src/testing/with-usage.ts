import type { Store } from "../store/store.ts";

/**
 * The same store, with calls that every organisation has made in a period before, so that a test can stand at a quota
 * without making two million calls.
 */
export function withUsage(
  store: Store,
  period: string,
  used: number,
  byTool: Readonly<Record<string, number>> = {},
): Store {
  const before = (other: string) => (other === period ? used : 0);
  return {
    ...store,
    async beginOperation(begin) {
      const offset = before(begin.operation.period);
      const quota = begin.quota === null ? null : begin.quota - offset;
      const outcome = await store.beginOperation({ ...begin, quota });
      return outcome.outcome === "quota" ? { ...outcome, used: outcome.used + offset } : outcome;
    },
    readUsed: async (organisation, other) => (await store.readUsed(organisation, other)) + before(other),
    async readUsage(organisation, other) {
      const usage = await store.readUsage(organisation, other);
      if (other !== period) return usage;
      const tools: Record<string, number> = { ...byTool };
      for (const [tool, count] of Object.entries(usage.byTool)) tools[tool] = (tools[tool] ?? 0) + count;
      return { ...usage, used: usage.used + used, byTool: tools };
    },
  };
}
