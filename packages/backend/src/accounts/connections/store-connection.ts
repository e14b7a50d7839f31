import type { BackendContext } from "../../context.ts";
import { canonicalJson } from "../../platform/canonical-json.ts";
import type { Credentials } from "../../ports/provider.ts";
import type { ConnectionRecord } from "../../store/record.ts";
import { connectionName } from "./connection-name.ts";

export interface NewConnection {
  organisation: string;
  server: string;
  /** Null: the organisation's own. */
  tenant: string | null;
  displayName: string | null;
  credentials: Credentials;
}

/** Stores credentials, encrypted. A second connection of the same server and tenant takes the first one's place, under its id. */
export async function storeConnection(
  context: Pick<BackendContext, "clock" | "ids" | "store" | "vault">,
  connection: NewConnection,
): Promise<ConnectionRecord> {
  const { store, clock, ids, vault } = context;
  const { organisation, server, tenant, displayName, credentials } = connection;
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
      sealed: await vault.encrypt({ organisation, record: id, purpose: server }, JSON.stringify(credentials)),
      credentialsVersion: await credentialsVersion(context, earlier, credentials),
      last4: Object.fromEntries(
        Object.entries(credentials).map(([field, value]) => [field, lastFour(value)]),
      ),
      createdAt: earlier?.createdAt ?? now,
      updatedAt: now,
    };
    const isStored =
      earlier === undefined
        ? await store.insertRecord("connection", record)
        : await store.replaceRecord("connection", record);
    // somebody else stored it at the same moment: theirs is there now, and ours comes after it
    if (isStored) return record;
  }
}

/** One more than before, unless the same credentials are given again: other ones may be another account's. */
async function credentialsVersion(
  { vault }: Pick<BackendContext, "vault">,
  earlier: ConnectionRecord | undefined,
  credentials: Credentials,
): Promise<number> {
  if (earlier === undefined) return 1;
  const { id, organisation, server, sealed, credentialsVersion } = earlier;
  const before: unknown = JSON.parse(
    await vault.decrypt({ organisation, record: id, purpose: server }, sealed),
  );
  return canonicalJson(before) === canonicalJson(credentials) ? credentialsVersion : credentialsVersion + 1;
}

/** The last four characters of a secret that is long enough for them to tell nothing. */
function lastFour(secret: string): string {
  return secret.length >= 8 ? secret.slice(-4) : "";
}
