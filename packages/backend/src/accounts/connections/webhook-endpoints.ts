import type { BackendContext } from "../../context.ts";
import { hashKey } from "../../platform/digests.ts";
import type { Credentials } from "../../ports/provider.ts";
import { getAccount } from "../../store/ownership.ts";
import type { ConnectionRecord, WebhookEndpointRecord } from "../../store/record.ts";
import { randomSecret } from "../keys/generate-key.ts";
import { findByAccount } from "./account-index.ts";
import { accountOf } from "./store-connection.ts";

const kind = "webhook_endpoint";
const defaultGraceSeconds = 86_400;

/** A connection with its credentials in the clear, for one use. */
export interface ConnectedAccount {
  connectionId: string;
  organisation: string;
  server: string;
  /** As providers are asked in its name. */
  account: string;
  /** Whether the organisation's calls move money. */
  livemode: boolean;
  credentials: Credentials;
}

/** The connection to which a provider's webhook belongs. */
export interface WebhookEndpoints {
  /** The connection to which this address belongs; undefined for an address that does not work, whatever the reason. */
  find(server: string, token: string): Promise<ConnectedAccount | undefined>;
  /** The connections of an account, of whichever organisation, by the provider's own id of it. */
  findByAccount(server: string, accountId: string): Promise<readonly ConnectedAccount[]>;
  /** A connection by its id; undefined once it is deleted. */
  read(organisation: string, connectionId: string): Promise<ConnectedAccount | undefined>;
}

/** Makes an address for a connection's webhooks: its secret part, kept as a hash. Earlier ones work for the grace period. */
export async function createWebhookEndpoint(
  { store, clock, ids, randomBytes }: BackendContext,
  { organisation, id: connectionId, server }: ConnectionRecord,
  graceSeconds = defaultGraceSeconds,
): Promise<{ token: string; previousExpiresAt: number | null }> {
  const now = clock.now();
  // 43 letters and digits hold 256 bits
  const token = `${organisation}.${randomSecret(randomBytes, 43)}`;
  const { rows } = await store.listRecords(kind, organisation, { group: connectionId }, { limit: 100 });
  await store.insertRecord(kind, {
    id: ids.next("whe"),
    organisation,
    name: hashKey(token),
    group: connectionId,
    version: 1,
    connectionId,
    server,
    createdAt: now,
    expiresAt: null,
  });
  let previousExpiresAt: number | null = null;
  for (const row of rows) {
    if (row.expiresAt !== null && row.expiresAt <= now) {
      await store.deleteRecord(kind, organisation, row.id);
      continue;
    }
    const expiresAt = Math.min(row.expiresAt ?? Number.POSITIVE_INFINITY, now + graceSeconds * 1000);
    await store.replaceRecord(kind, { ...row, expiresAt });
    if (row.expiresAt === null) previousExpiresAt = expiresAt;
  }
  return { token, previousExpiresAt };
}

export function webhookEndpoints(context: BackendContext): WebhookEndpoints {
  const { store, clock, vault } = context;

  async function read(organisation: string, connectionId: string): Promise<ConnectedAccount | undefined> {
    const connection = await store.readRecord("connection", organisation, connectionId);
    if (connection === undefined) return undefined;
    const { server, tenant, encrypted } = connection;
    const secret = await vault.decrypt({ organisation, record: connectionId, purpose: server }, encrypted);
    return {
      connectionId,
      organisation,
      server,
      account: getAccount(organisation, tenant),
      livemode: (await store.readOrganisation(organisation))?.livemode ?? context.livemode,
      // encrypted by `storeConnection`, which takes text fields alone
      credentials: JSON.parse(secret) as Credentials,
    };
  }

  function works(record: WebhookEndpointRecord | undefined, server: string): record is WebhookEndpointRecord {
    return record?.server === server && (record.expiresAt ?? Number.POSITIVE_INFINITY) > clock.now();
  }

  return {
    read,
    async findByAccount(server, accountId) {
      const entries = await findByAccount(context, server, accountId);
      const connected = await Promise.all(
        entries.map(({ connectionOrganisation, connectionId }) => read(connectionOrganisation, connectionId)),
      );
      // an entry may be of a connection that was not stored in the end, or is another account's by now
      return connected.flatMap((each) =>
        each?.server === server && accountOf(context, server, each.credentials)?.id === accountId
          ? [each]
          : [],
      );
    },
    async find(server, token) {
      const [organisation = ""] = token.split(".", 1);
      const record = await store.readRecordByName(kind, organisation, hashKey(token));
      return works(record, server) ? read(organisation, record.connectionId) : undefined;
    },
  };
}
