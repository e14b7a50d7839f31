import { circuitNames, connectionNames } from "./ownership.ts";
import type { ConnectionRecord, TriggerRecord } from "./record.ts";
import type { OpenCall, OpenedCall, Store } from "./store.ts";

/** What was read some time ago does not suffice, or no longer holds: the call has to be opened again. */
export class StaleOpening extends Error {
  override readonly name = "StaleOpening";
}

export interface OpenedStoreOptions {
  /** Read some time ago, for another call: nothing holds before `beginOperation` has checked it. */
  isEarlier: boolean;
  /** Whether what is used of the quota will be asked for. */
  readsUsed: boolean;
}

/** The store for one execution. */
export interface OpenedStore {
  store: Store;
  /** Whether what was read is what holds now. */
  isConfirmed(): boolean;
  /** What is left to write when the execution ends without having begun. */
  close(): Promise<void>;
}

/**
 * The store for one execution, with everything that it needs read in advance. Up to the beginning it reports what was
 * read; another read afterwards wants it as it is by then, and gets it from the store. `opened` is kept up to date with what this
 * execution writes, for the next one.
 */
export function openedStore(
  store: Store,
  open: OpenCall,
  opened: OpenedCall,
  { isEarlier, readsUsed }: OpenedStoreOptions,
): OpenedStore {
  const { organisation, session } = opened;
  let isConfirmed = !isEarlier;
  let hasBegun = false;
  /** What the session's expiry is to be moved to. */
  let touch: number | undefined;
  /** The call that began through this store, and what is used with and without it. */
  let begunId: string | undefined;
  let used: number | undefined = isEarlier ? undefined : opened.used;
  let charged = 0;

  const asked = new Set<string>();
  /** Whether what was read may be told: before the beginning, or for the first time. */
  const mayTell = (what: string): boolean => {
    const isFirst = !asked.has(what);
    asked.add(what);
    return isFirst || !hasBegun;
  };
  const isOwn = (id: string) => organisation !== undefined && id === organisation.id;
  const isSession = (owner: string, id: string) => isOwn(owner) && id === open.sessionId;
  const circuits = new Set(session === undefined ? [] : circuitNames(session));
  const connections = new Map<string, ConnectionRecord | undefined>();
  if (session !== undefined) {
    for (const name of connectionNames(session)) connections.set(name, undefined);
    for (const connection of opened.connections) connections.set(connection.name ?? "", connection);
  }

  const behind = isEarlier ? confirmedOnly(store, () => isConfirmed) : store;
  const own: Partial<Store> = {
    findApiKey: async (hash) =>
      hash === open.keyHash && mayTell("key") ? opened.apiKey : behind.findApiKey(hash),
    async touchApiKey(id, lastUsedAt) {
      await behind.touchApiKey(id, lastUsedAt);
      if (opened.apiKey?.id === id) opened.apiKey = { ...opened.apiKey, lastUsedAt };
    },
    readOrganisation: async (id) =>
      isOwn(id) && mayTell("organisation") ? organisation : behind.readOrganisation(id),
    readSession: async (owner, id) =>
      isSession(owner, id) && mayTell("session") ? session : behind.readSession(owner, id),
    async touchSession(owner, id, expiresAt) {
      // the beginning moves it
      if (isSession(owner, id) && !hasBegun) touch = expiresAt;
      else await behind.touchSession(owner, id, expiresAt);
    },
    findOperationByKey: async (owner, key, keysSince) =>
      isOwn(owner) && key === open.key && !hasBegun
        ? opened.operation
        : behind.findOperationByKey(owner, key, keysSince),
    // a little out of date does no harm here
    readProviderHealth: async (circuit) =>
      circuits.has(circuit) ? opened.health.get(circuit) : behind.readProviderHealth(circuit),
    async recordProviderOutcome(circuit, health) {
      await behind.recordProviderOutcome(circuit, health);
      opened.health = new Map([...opened.health, [circuit, health]]);
    },
    async readRecordByName(kind, owner, name) {
      const isKnown = kind === "connection" && isOwn(owner) && connections.has(name);
      if (!isKnown || !mayTell(`connection ${name}`)) return behind.readRecordByName(kind, owner, name);
      // of this kind, as was asked just now
      return connections.get(name) as Awaited<ReturnType<typeof store.readRecordByName<typeof kind>>>;
    },
    async listRecords(kind, owner, filter, slice) {
      const isWhetherAny = slice.limit === 1 && slice.cursor === undefined && filter.group === undefined;
      if (kind !== "trigger" || !isOwn(owner) || !isWhetherAny)
        return behind.listRecords(kind, owner, filter, slice);
      const rows: TriggerRecord[] = opened.trigger === undefined ? [] : [opened.trigger];
      // of this kind, as was asked just now
      return { rows, next: null } as unknown as Awaited<ReturnType<typeof store.listRecords<typeof kind>>>;
    },
    async beginOperation(begin) {
      const begun = await store.beginOperation({
        ...begin,
        opening: {
          version: isConfirmed ? undefined : opened.version,
          sessionExpiresAt: touch,
          readsUsed: readsUsed && !isConfirmed,
        },
      });
      if (begun.outcome === "stale") return begun;
      isConfirmed = true;
      hasBegun = true;
      // a repetition moves no expiry
      if (begun.outcome === "joined" || begun.outcome === "conflict") touch = undefined;
      if (begun.outcome !== "started") return begun;
      begunId = begun.operation.id;
      charged = begun.operation.charged ? 1 : 0;
      if (begun.used !== undefined) used = begun.used - charged;
      if (session !== undefined && touch !== undefined) opened.session = { ...session, expiresAt: touch };
      touch = undefined;
      return begun;
    },
    async settleOperation(id, lease, settlement) {
      const settled = await store.settleOperation(id, lease, settlement);
      if (id === begunId) charged = settled.charged ? 1 : 0;
      return settled;
    },
    readUsed: async (owner, period) =>
      isOwn(owner) && period === open.period && used !== undefined
        ? used + charged
        : behind.readUsed(owner, period),
  };
  return {
    store: { ...behind, ...own },
    isConfirmed: () => isConfirmed,
    async close() {
      if (touch === undefined || organisation === undefined || !isConfirmed) return;
      await store.touchSession(organisation.id, open.sessionId, touch);
    },
  };
}

/** The same store, of which nothing is used before what was read is confirmed: reading on would mix two times. */
function confirmedOnly(store: Store, isConfirmed: () => boolean): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        if (!isConfirmed()) throw new StaleOpening(`${String(name)} was not read before.`);
        return Reflect.apply(value, target, args);
      };
    },
  });
}
