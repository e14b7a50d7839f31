import type { BackendContext } from "../../context.ts";
import { equalInConstantTime, hashKey } from "../../platform/digests.ts";
import type { Credentials } from "../../ports/provider.ts";
import { expireLater } from "../../store/expire-records.ts";
import type { ConnectionRecord, ConnectSessionRecord } from "../../store/record.ts";
import { storeConnection } from "../connections/store-connection.ts";
import { randomSecret } from "../keys/generate-key.ts";

const kind = "connect_session";
const lifeMs = 30 * 60_000;

/** What a link is for, as the page shows it. */
export interface ConnectSessionView {
  id: string;
  organisation: string;
  server: string;
  tenant: string | null;
  displayName: string | null;
  returnUrl: string | null;
  /** Whether the organisation's calls move money. */
  livemode: boolean;
  expiresAt: number;
}

/** The operations of the connect page. A session is known by its secret alone, which only the person's browser has. */
export interface ConnectSessions {
  /** Uses up a link's token and returns the secret of the session. Undefined when the link no longer works. */
  open(token: string): Promise<{ secret: string; session: ConnectSessionView } | undefined>;
  read(secret: string): Promise<ConnectSessionView | undefined>;
  /** Begins a consent at the provider, replacing any earlier one. */
  beginConsent(secret: string): Promise<PendingConsent | undefined>;
  /** Ends the consent that this session began with this state; it ends once. */
  endConsent(secret: string, state: string): Promise<(ConnectSessionView & { verifier: string }) | undefined>;
  /** Stores the connection, which ends the session. Undefined when it was over. */
  complete(
    secret: string,
    credentials: Credentials,
    /** When they expire; null: nobody knows. @default null */
    expiresAt?: number | null,
  ): Promise<{ connectionId: string; session: ConnectSessionView } | undefined>;
}

export interface PendingConsent {
  /** Goes to the provider and comes back. */
  state: string;
  /** The PKCE code verifier (RFC 7636). */
  verifier: string;
}

export interface NewConnectSession extends Omit<ConnectSessionView, "expiresAt" | "id" | "livemode"> {}

/** Makes a session and its link's token, which names the organisation and is kept as a hash. */
export async function createConnectSession(
  context: BackendContext,
  { organisation, ...session }: NewConnectSession,
): Promise<{ token: string; record: ConnectSessionRecord }> {
  const token = `${organisation}.${randomSecret(context.randomBytes, 43)}`;
  const expiresAt = context.clock.now() + lifeMs;
  const record: ConnectSessionRecord = {
    id: context.ids.next("cs"),
    organisation,
    name: hashKey(token),
    group: await expireLater(context, { kind, organisation, expiresAt }),
    version: 1,
    ...session,
    status: "link",
    stateHash: null,
    encryptedVerifier: null,
    expiresAt,
  };
  await context.store.insertRecord(kind, record);
  return { token, record };
}

export function connectSessions(context: BackendContext): ConnectSessions {
  const { store, clock, vault, randomBytes } = context;

  async function find(secret: string, status: "link" | "open"): Promise<ConnectSessionRecord | undefined> {
    const [organisation = ""] = secret.split(".", 1);
    const record = await store.readRecordByName(kind, organisation, hashKey(secret));
    return record?.status === status && record.expiresAt > clock.now() ? record : undefined;
  }

  async function describe(record: ConnectSessionRecord): Promise<ConnectSessionView> {
    const { id, organisation, server, tenant, displayName, returnUrl, expiresAt } = record;
    const livemode = (await store.readOrganisation(organisation))?.livemode ?? context.livemode;
    return { id, organisation, server, tenant, displayName, returnUrl, livemode, expiresAt };
  }

  const verifierOwner = ({ organisation, id }: ConnectSessionRecord) => ({
    organisation,
    record: id,
    purpose: "pkce",
  });

  return {
    async open(token) {
      const record = await find(token, "link");
      if (record === undefined) return undefined;
      const secret = `${record.organisation}.${randomSecret(randomBytes, 43)}`;
      // the record is named by the secret from here on, so the link is used up
      const opened = { ...record, name: hashKey(secret), status: "open" as const };
      if (!(await store.replaceRecord(kind, opened))) return undefined;
      return { secret, session: await describe(opened) };
    },
    async read(secret) {
      const record = await find(secret, "open");
      return record === undefined ? undefined : describe(record);
    },
    async beginConsent(secret) {
      const record = await find(secret, "open");
      if (record === undefined) return undefined;
      const state = randomSecret(randomBytes, 43);
      const verifier = randomSecret(randomBytes, 64);
      const isBegun = await store.replaceRecord(kind, {
        ...record,
        stateHash: hashKey(state),
        encryptedVerifier: await vault.encrypt(verifierOwner(record), verifier),
      });
      return isBegun ? { state, verifier } : undefined;
    },
    async endConsent(secret, state) {
      const record = await find(secret, "open");
      const { stateHash, encryptedVerifier } = record ?? {};
      if (record === undefined || typeof stateHash !== "string" || typeof encryptedVerifier !== "string")
        return undefined;
      if (!equalInConstantTime(stateHash, hashKey(state))) return undefined;
      const isEnded = await store.replaceRecord(kind, {
        ...record,
        stateHash: null,
        encryptedVerifier: null,
      });
      if (!isEnded) return undefined;
      const verifier = await vault.decrypt(verifierOwner(record), encryptedVerifier);
      return { ...(await describe(record)), verifier };
    },
    async complete(secret, credentials, expiresAt = null) {
      const record = await find(secret, "open");
      if (record === undefined) return undefined;
      if (!(await store.replaceRecord(kind, { ...record, status: "done" }))) return undefined;
      const { organisation, server, tenant, displayName } = record;
      const connection: ConnectionRecord = await storeConnection(context, {
        organisation,
        server,
        tenant,
        displayName,
        credentials,
        expiresAt,
      });
      return { connectionId: connection.id, session: await describe(record) };
    },
  };
}
