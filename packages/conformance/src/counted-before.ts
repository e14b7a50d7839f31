import type { Store } from "@codespar/backend";
import type { WorldOptions } from "./world.ts";

/** A store that has counted this many more calls in a month than were made. */
export function countedBefore(calls: number, month = "2026-11"): NonNullable<WorldOptions["wrapStore"]> {
  const before = (period: string) => (period === month ? calls : 0);
  return (store) => {
    const { beginOperation, readUsed, readUsage } = store;
    return Object.assign(store, {
      async beginOperation(begin: Parameters<Store["beginOperation"]>[0]) {
        const shift = before(begin.operation.period);
        const quota = begin.quota === null ? null : begin.quota - shift;
        const outcome = await beginOperation.call(store, { ...begin, quota });
        return outcome.outcome === "quota" ? { ...outcome, used: outcome.used + shift } : outcome;
      },
      readUsed: async (organisation: string, period: string) =>
        (await readUsed.call(store, organisation, period)) + before(period),
      async readUsage(organisation: string, period: string) {
        const usage = await readUsage.call(store, organisation, period);
        return { ...usage, used: usage.used + before(period) };
      },
    } satisfies Partial<Store>);
  };
}
