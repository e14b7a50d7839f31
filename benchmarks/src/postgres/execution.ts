import type { BeginOperation, OpenCall, Store } from "@codespar/backend";
import { openBySteps } from "@codespar/backend/store";

/**
 * How an execution uses the store: `steps` reads one thing after another and notes the dispatch by itself, as every execution
 * did before; `cold` opens it in one round trip and begins dispatched; `warm` relies on what was read for the call before.
 */
export type Way = "cold" | "steps" | "warm";

export const organisations = 1000;
/** Sessions of each organisation, and of the one that is busy. */
const sessions = 4;
export const busySessions = 256;
export const period = "2026-03";
export const quota = 1_000_000_000;
export const noon = Date.UTC(2026, 2, 10, 12);

/** Of a codespar_pay, about as long as it is. */
export const argumentsText = JSON.stringify({
  amount: 15_990,
  currency: "BRL",
  method: "pix",
  description: "x".repeat(200),
});
export const responseText = JSON.stringify({ result: { id: "pay_1", status: "paid", pix: "x".repeat(900) } });
export const callText = "c".repeat(600);

export const getKeyHash = (organisation: number | string) => `${organisation}`.padStart(64, "a");
export const getSession = (organisation: number | string, number: number) => `ses_${organisation}_${number}`;

/** Organisations with a key, a connection and sessions. */
export async function fill(store: Store): Promise<void> {
  const names = [...Array(organisations).keys()];
  for (let from = 0; from < names.length; from += 50)
    await Promise.all(names.slice(from, from + 50).map((name) => addOrganisation(store, name)));
}

async function addOrganisation(store: Store, number: number): Promise<void> {
  const id = `org_${number}`;
  await store.createOrganisation({
    id,
    plan: "growth",
    overageEnabled: false,
    livemode: true,
    createdAt: noon,
  });
  await store.createApiKey({
    id: `key_${number}`,
    organisation: id,
    hash: getKeyHash(number),
    name: "bench",
    prefix: "csk_live_",
    last4: "1234",
    scopes: null,
    createdAt: noon,
    lastUsedAt: noon,
    previousHash: null,
    previousExpiresAt: null,
    expiresAt: null,
    revokedAt: null,
  });
  await store.insertRecord("connection", {
    id: `conn_${number}`,
    organisation: id,
    name: JSON.stringify(["asaas", null]),
    group: "asaas",
    version: 1,
    server: "asaas",
    tenant: null,
    displayName: null,
    encrypted: "s".repeat(200),
    last4: {},
    credentialsVersion: 1,
    createdAt: noon,
    updatedAt: noon,
  });
  for (let session = 0; session < (number === 0 ? busySessions : sessions); session += 1) {
    await store.createSession({
      id: getSession(number, session),
      organisation: id,
      servers: ["asaas", "mercadopago"],
      metadata: { order: "o-1" },
      userId: null,
      policy: null,
      toolCalls: 0,
      createdAt: noon,
      expiresAt: noon,
      closedAt: null,
    });
  }
}

let count = 0;

/** A call that goes well. */
export async function execution(store: Store, organisation: number, way: Way): Promise<void> {
  count += 1;
  const number = count;
  const id = `tc_${number.toString(36).padStart(12, "0")}`;
  const now = Date.now();
  const sessionId = getSession(organisation, number % (organisation === 0 ? busySessions : sessions));
  const key = `key-${number}`;
  const owner = `org_${organisation}`;
  const sessionExpiresAt = now + 1_800_000;
  if (way !== "warm") {
    const open: OpenCall = {
      keyHash: getKeyHash(organisation),
      organisation: undefined,
      sessionId,
      key,
      keysSince: now - 86_400_000,
      now,
      period,
    };
    const openCall = way === "cold" ? store.openCall : undefined;
    const opened = openCall === undefined ? await openBySteps(store, open) : await openCall(open);
    if (opened.session === undefined || opened.connections.length !== 1)
      throw new Error(`Call ${id} was not opened: there is no ${sessionId}.`);
    if (openCall === undefined) await store.touchSession(owner, sessionId, sessionExpiresAt);
  }
  const dispatch = {
    attempt: { provider: "asaas", outcome: "pending" as const, at: new Date(now).toISOString() },
    account: owner,
    note: { connection: { id: `conn_${organisation}`, credentialsVersion: 1 }, call: callText },
    leaseUntil: now + 35_000,
  };
  const begin: BeginOperation = {
    operation: {
      id,
      organisation: owner,
      sessionId,
      key,
      fingerprint: "f".repeat(64),
      verb: "execute",
      tool: "codespar_pay",
      server: "codespar",
      metadata: { order: "o-1" },
      userId: null,
      amount: 15_990,
      currency: "BRL",
      createdAt: now,
      period,
      arguments: argumentsText,
    },
    leaseUntil: now + 35_000,
    quota,
    reservations: [],
    keysSince: now - 86_400_000,
  };
  const atOnce: Partial<BeginOperation> = {
    dispatch,
    opening: {
      // a key and a connection were made
      version: way === "warm" ? "3" : undefined,
      sessionExpiresAt,
      readsUsed: way === "warm",
    },
  };
  const begun = await store.beginOperation(way === "steps" ? begin : { ...begin, ...atOnce });
  if (begun.outcome !== "started") throw new Error(`Call ${id} did not start: ${begun.outcome}.`);
  if (way === "steps") await store.markDispatched(id, 1, dispatch);
  await store.settleOperation(id, 1, {
    state: "succeeded",
    provider: "asaas",
    error: null,
    response: { status: 200, body: responseText },
    completedAt: now,
    events: [],
    documents: [],
  });
  if (way === "steps") await store.readUsed(owner, period);
}
