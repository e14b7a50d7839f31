import { circuitNames, connectionNames } from "./ownership.ts";
import type { ConnectionRecord } from "./record.ts";
import { isKeyUsable } from "./states.ts";
import type { ApiKey, OpenCall, OpenedCall, ProviderHealth, SessionRecord, Store } from "./store.ts";

/** What `Store.openCall` reads, by the other methods of the store: what every store's own has to come to. */
export async function openBySteps(store: Store, open: OpenCall): Promise<OpenedCall> {
  const apiKey = await store.findApiKey(open.keyHash);
  const id = apiKey === undefined ? undefined : getOrganisation(apiKey, open);
  const organisation = id === undefined ? undefined : await store.readOrganisation(id);
  if (organisation === undefined) return { ...nothing, apiKey };
  const session = await store.readSession(organisation.id, open.sessionId);
  const operation =
    open.key === undefined
      ? undefined
      : await store.findOperationByKey(organisation.id, open.key, open.keysSince);
  const { rows } = await store.listRecords("trigger", organisation.id, {}, { limit: 1 });
  return {
    apiKey,
    organisation,
    session,
    operation,
    health: session === undefined ? nothing.health : await readHealth(store, session),
    connections: session === undefined ? [] : await readConnections(store, session),
    trigger: rows[0],
    used: await store.readUsed(organisation.id, open.period),
  };
}

const nothing: Omit<OpenedCall, "apiKey"> = {
  organisation: undefined,
  session: undefined,
  operation: undefined,
  health: new Map(),
  connections: [],
  trigger: undefined,
  used: 0,
};

/** Whom a key acts for; undefined when it does not work, or for nobody. */
function getOrganisation(key: ApiKey, { keyHash, organisation, now }: OpenCall): string | undefined {
  if (!isKeyUsable(key, keyHash, now)) return undefined;
  if (key.organisation !== null && organisation !== undefined && organisation !== key.organisation)
    return undefined;
  return key.organisation ?? organisation;
}

async function readHealth(store: Store, session: SessionRecord): Promise<Map<string, ProviderHealth>> {
  const found = await Promise.all(
    circuitNames(session).map(async (name) => [name, await store.readProviderHealth(name)] as const),
  );
  return new Map(found.flatMap(([name, health]) => (health === undefined ? [] : [[name, health]])));
}

async function readConnections(store: Store, session: SessionRecord): Promise<ConnectionRecord[]> {
  const names = connectionNames(session);
  const found = await Promise.all(
    names.map((name) => store.readRecordByName("connection", session.organisation, name)),
  );
  return found.filter((connection) => connection !== undefined);
}
