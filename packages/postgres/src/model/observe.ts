import type { Store } from "@codespar/backend";
import type { Progress } from "./perform.ts";

/** All that can be read of a store, so that a difference shows at the step that made it. */
export async function observe(store: Store, { now, operations }: Progress): Promise<unknown> {
  const usage = await store.readUsage("org_a", "2026-03");
  const groups = await store.readUsageGroups("org_a", "2026-03", 'a"b.c');
  return {
    log: (await store.listOperations("org_a", {}, { limit: 1000 })).rows,
    byUser: await store.listOperations("org_b", { userId: "nul\0", charged: true }, { limit: 2 }),
    byMetadata: await store.listOperations("org_a", { metadata: { "nul\0": "back\\slash" } }, { limit: 5 }),
    byKey: await store.listOperations("org_a", { key: "nul\0key", status: "running" }, { limit: 1 }),
    used: usage.used,
    byTool: withoutZeros(usage.byTool),
    byDay: withoutZeros(usage.byDay),
    groups: groups.map(({ value, count }) => `${count} ${value}`).sort(),
    sessions: (await store.listSessions("org_a", { now }, { limit: 10 })).rows,
    events: await store.listEvents("org_a", {}, { limit: 100 }),
    document: await store.findDocument("org_a", "payment", "pay\u00001"),
    stream: await getStream(store, operations.at(-1)),
  };
}

function withoutZeros(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
}

async function getStream(store: Store, id: string | undefined): Promise<unknown> {
  if (id === undefined) return null;
  return store.readStream(id, 0, AbortSignal.abort("nothing yet")).catch((reason: unknown) => String(reason));
}
