import { circuitNames, connectionNames } from "./connection-name.ts";
import type { ConnectionRecord, TriggerRecord } from "./record.ts";
import type { OpenCall, OpenedCall, Store } from "./store.ts";

/**
 * The store for one execution, with everything that it needs read in advance. What was read is reported once: another read
 * wants it as it is by then, and gets it from the store.
 */
export function openedStore(store: Store, open: OpenCall, opened: OpenedCall): Store {
  const { apiKey, organisation, session, operation } = opened;
  const told = new Set<string>();
  /** Whether it is asked for the first time. */
  const isFirst = (what: string): boolean => {
    if (told.has(what)) return false;
    told.add(what);
    return true;
  };
  const isOwn = (id: string) => organisation !== undefined && id === organisation.id;
  const connections = new Map<string, ConnectionRecord | undefined>();
  if (session !== undefined) {
    for (const name of connectionNames(session)) connections.set(name, undefined);
    for (const connection of opened.connections) connections.set(connection.name ?? "", connection);
  }
  const circuits = new Set(session === undefined ? [] : circuitNames(session));
  /** The call that began through this store, and whether it was charged since. */
  let begunId: string | undefined;
  let charged = 0;
  return {
    ...store,
    findApiKey: async (hash) => (hash === open.keyHash && isFirst("key") ? apiKey : store.findApiKey(hash)),
    readOrganisation: async (id) =>
      isOwn(id) && isFirst("organisation") ? organisation : store.readOrganisation(id),
    readSession: async (owner, id) =>
      isOwn(owner) && id === open.sessionId && isFirst("session") ? session : store.readSession(owner, id),
    async touchSession(owner, id, expiresAt) {
      if (isOwn(owner) && id === open.sessionId && opened.isTouched && isFirst("touch")) return;
      await store.touchSession(owner, id, expiresAt);
    },
    findOperationByKey: async (owner, key, keysSince) =>
      isOwn(owner) && key === open.key && isFirst("operation")
        ? operation
        : store.findOperationByKey(owner, key, keysSince),
    // a little out of date does no harm here
    readProviderHealth: async (circuit) =>
      circuits.has(circuit) ? opened.health.get(circuit) : store.readProviderHealth(circuit),
    async recordProviderOutcome(circuit, health) {
      circuits.delete(circuit);
      await store.recordProviderOutcome(circuit, health);
    },
    async readRecordByName(kind, owner, name) {
      const isKnown = kind === "connection" && isOwn(owner) && connections.has(name);
      if (!isKnown || !isFirst(`connection ${name}`)) return store.readRecordByName(kind, owner, name);
      // of this kind, as was asked just now
      return connections.get(name) as Awaited<ReturnType<typeof store.readRecordByName<typeof kind>>>;
    },
    async listRecords(kind, owner, filter, slice) {
      const isWhetherAny = slice.limit === 1 && slice.cursor === undefined && filter.group === undefined;
      if (kind !== "trigger" || !isOwn(owner) || !isWhetherAny)
        return store.listRecords(kind, owner, filter, slice);
      const rows: TriggerRecord[] = opened.trigger === undefined ? [] : [opened.trigger];
      // of this kind, as was asked just now
      return { rows, next: null } as unknown as Awaited<ReturnType<typeof store.listRecords<typeof kind>>>;
    },
    async beginOperation(begin) {
      const begun = await store.beginOperation(begin);
      if (begun.outcome === "started") begunId = begun.operation.id;
      if (begun.outcome === "started" && begun.operation.charged) charged = 1;
      return begun;
    },
    async settleOperation(id, lease, settlement) {
      const settled = await store.settleOperation(id, lease, settlement);
      if (id === begunId) charged = settled.charged ? 1 : 0;
      return settled;
    },
    readUsed: async (owner, period) =>
      isOwn(owner) && period === open.period ? opened.used + charged : store.readUsed(owner, period),
  };
}
