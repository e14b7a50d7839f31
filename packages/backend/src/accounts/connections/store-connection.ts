import type { BackendContext } from "../../context.ts";
import { canonicalJson } from "../../platform/digests.ts";
import type { Credentials } from "../../ports/provider.ts";
import { connectionName } from "../../store/ownership.ts";
import type { ConnectionRecord } from "../../store/record.ts";
import { indexAccount } from "./account-index.ts";
import { refreshLater } from "./refresh-later.ts";

export interface NewConnection {
  organisation: string;
  server: string;
  /** Null: the organisation's own. */
  tenant: string | null;
  displayName: string | null;
  credentials: Credentials;
  /** When they expire, in milliseconds since the epoch; null: nobody knows. @default null */
  expiresAt?: number | null | undefined;
}

/** Stores credentials, encrypted. A second connection of the same server and tenant replaces the first one, under its id. */
export async function storeConnection(
  context: Pick<BackendContext, "clock" | "ids" | "providers" | "store" | "vault">,
  connection: NewConnection,
): Promise<ConnectionRecord> {
  const { store, clock, ids, vault } = context;
  const { organisation, server, tenant, displayName, credentials, expiresAt = null } = connection;
  const name = connectionName(server, tenant);
  for (;;) {
    const earlier = await store.readRecordByName("connection", organisation, name);
    const now = clock.now();
    const id = earlier?.id ?? ids.next("conn");
    const record: ConnectionRecord = {
      id,
      organisation,
      name,
      group: server,
      version: earlier?.version ?? 1,
      server,
      tenant,
      displayName,
      encrypted: await vault.encrypt(
        { organisation, record: id, purpose: server },
        JSON.stringify(credentials),
      ),
      credentialsVersion: await credentialsVersion(context, earlier, credentials),
      last4: lastFours(credentials),
      status: "connected",
      expiresAt,
      refreshStartedAt: null,
      createdAt: earlier?.createdAt ?? now,
      updatedAt: now,
    };
    await indexAccount(
      context,
      { connectionId: id, connectionOrganisation: organisation },
      accountOf(context, server, credentials),
    );
    const isStored =
      earlier === undefined
        ? await store.insertRecord("connection", record)
        : await store.replaceRecord("connection", record);
    // lost a race: the other record is stored now, and this one replaces it
    if (isStored) {
      await refreshLater(context, record);
      return record;
    }
  }
}

/** The account as its provider names it in webhooks; undefined when the credentials do not say. */
export function accountOf(
  { providers }: Pick<BackendContext, "providers">,
  server: string,
  credentials: Credentials,
): { server: string; id: string } | undefined {
  const id = providers.get(server)?.getAccountId?.(credentials);
  return id === undefined || id === "" ? undefined : { server, id };
}

/** Writes renewed credentials of the same account. False when the connection has changed since `record` was read. */
export async function renewConnection(
  context: Pick<BackendContext, "clock" | "store" | "vault">,
  record: ConnectionRecord,
  credentials: Credentials,
  expiresAt: number | null,
): Promise<boolean> {
  const { organisation, id, server } = record;
  const owner = { organisation, record: id, purpose: server };
  const renewed: ConnectionRecord = {
    ...record,
    encrypted: await context.vault.encrypt(owner, JSON.stringify(credentials)),
    last4: lastFours(credentials),
    status: "connected",
    expiresAt,
    refreshStartedAt: null,
    updatedAt: context.clock.now(),
  };
  if (!(await context.store.replaceRecord("connection", renewed))) return false;
  await refreshLater(context, renewed);
  return true;
}

/** One more than before, unless the same credentials are given again: other ones may be another account's. */
async function credentialsVersion(
  { vault }: Pick<BackendContext, "vault">,
  earlier: ConnectionRecord | undefined,
  credentials: Credentials,
): Promise<number> {
  if (earlier === undefined) return 1;
  const { id, organisation, server, encrypted, credentialsVersion } = earlier;
  const before: unknown = JSON.parse(
    await vault.decrypt({ organisation, record: id, purpose: server }, encrypted),
  );
  return canonicalJson(before) === canonicalJson(credentials) ? credentialsVersion : credentialsVersion + 1;
}

function lastFours(credentials: Credentials): Record<string, string> {
  return Object.fromEntries(Object.entries(credentials).map(([field, value]) => [field, lastFour(value)]));
}

/** The last four characters of a secret that is long enough for them to reveal nothing. */
function lastFour(secret: string): string {
  return secret.length >= 8 ? secret.slice(-4) : "";
}
