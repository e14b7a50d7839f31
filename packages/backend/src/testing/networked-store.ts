import { openBySteps } from "../store/open-by-steps.ts";
import type { RecordKind } from "../store/record.ts";
import type { Store } from "../store/store.ts";

/**
 * The same store as it would be at the end of a network: it opens an execution in one round trip, checks when it begins
 * whether what was read still holds, and notes its dispatch then. `onTrip` is called with the method's name for each round trip.
 */
export function networkedStore(store: Store, onTrip: (method: string) => void = () => {}): Store {
  let version = 0;
  const changes = async <Result>(write: Promise<Result>): Promise<Result> => {
    const result = await write;
    version += 1;
    return result;
  };
  const changesIf = <Result>(kind: RecordKind, write: Promise<Result>): Promise<Result> =>
    kind === "connection" || kind === "trigger" ? changes(write) : write;
  const networked: Store = {
    ...store,
    beginsDispatched: true,
    openCall: async (open) => ({ ...(await openBySteps(store, open)), version: String(version) }),
    async beginOperation({ opening, ...begin }) {
      const { organisation, sessionId, period } = begin.operation;
      const session = await store.readSession(organisation, sessionId);
      const isOpen = session !== undefined && session.closedAt === null;
      if (opening?.version !== undefined && (opening.version !== String(version) || !isOpen))
        return { outcome: "stale" };
      const begun = await store.beginOperation(begin);
      if (begun.outcome !== "started") return begun;
      if (opening?.sessionExpiresAt !== undefined && opening.sessionExpiresAt > (session?.expiresAt ?? 0))
        await store.touchSession(organisation, sessionId, opening.sessionExpiresAt);
      return opening?.readsUsed === true
        ? { ...begun, used: await store.readUsed(organisation, period) }
        : begun;
    },
    createApiKey: (key, most) => changes(store.createApiKey(key, most)),
    updateApiKey: (key, expectedHash) => changes(store.updateApiKey(key, expectedHash)),
    createOrganisation: (organisation) => changes(store.createOrganisation(organisation)),
    updateOrganisation: (id, change) => changes(store.updateOrganisation(id, change)),
    insertRecord: (kind, record) => changesIf(kind, store.insertRecord(kind, record)),
    replaceRecord: (kind, record) => changesIf(kind, store.replaceRecord(kind, record)),
    deleteRecord: (kind, organisation, id) => changesIf(kind, store.deleteRecord(kind, organisation, id)),
    writeTogether: (writes) => changes(store.writeTogether(writes)),
  };
  return new Proxy(networked, {
    ownKeys: (target) => Reflect.ownKeys(target),
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        onTrip(String(name));
        return Reflect.apply(value, target, args);
      };
    },
  });
}
