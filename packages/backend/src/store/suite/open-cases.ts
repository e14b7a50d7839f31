import { circuitName, connectionName } from "../connection-name.ts";
import { openBySteps } from "../open-by-steps.ts";
import type { ConnectionRecord } from "../record.ts";
import type { OpenCall, OpenedCall, Store } from "../store.ts";
import { expectEqual, present } from "./expect.ts";
import {
  apiKey,
  attempt,
  attemptResult,
  callNumber,
  hour,
  noon,
  session,
  settlement,
  started,
  trigger,
} from "./fixtures.ts";
import { storeCase } from "./store-case.ts";

const own = session(1, { servers: ["asaas", "stripe"], metadata: { tenant_id: "t1" } });

const open: OpenCall = {
  keyHash: "hash-1",
  organisation: undefined,
  sessionId: own.id,
  key: "key-1",
  keysSince: noon - 24 * hour,
  now: noon + 60_000,
  period: "2026-03",
  sessionExpiresAt: noon + 2 * hour,
};

function connection(number: number, server: string, tenant: string | null): ConnectionRecord {
  return {
    id: `conn_${number}`,
    organisation: "org_a",
    name: connectionName(server, tenant),
    group: server,
    version: 1,
    server,
    tenant,
    displayName: null,
    encrypted: "encrypted",
    last4: {},
    credentialsVersion: 1,
    createdAt: noon,
    updatedAt: noon,
  };
}

async function fill(store: Store): Promise<void> {
  await store.createOrganisation({
    id: "org_a",
    plan: "growth",
    overageEnabled: false,
    livemode: true,
    createdAt: noon,
  });
  await store.createApiKey(apiKey(1));
  await store.createApiKey(apiKey(2, { organisation: null, prefix: "cssk_internal_" }));
  await store.createApiKey(apiKey(3, { revokedAt: noon }));
  await store.createApiKey(apiKey(4, { hash: "new", previousHash: "old", previousExpiresAt: noon + hour }));
  await store.createSession(own);
  await store.recordProviderOutcome(circuitName("stripe", "org_a/t1"), { failures: 2, openUntil: 0 });
  await store.recordProviderOutcome(circuitName("stripe", "org_b"), { failures: 9, openUntil: noon });
  await store.recordProviderOutcome(circuitName("conekta", "org_a"), { failures: 9, openUntil: noon });
  await store.insertRecord("connection", connection(1, "asaas", "t1"));
  await store.insertRecord("connection", connection(2, "asaas", null));
  await store.insertRecord("connection", connection(3, "stripe", "t2"));
  await store.insertRecord("connection", connection(4, "conekta", null));
}

/** In an order that does not depend on the store. */
function sorted(opened: OpenedCall) {
  const ids = opened.connections.map(({ id }) => id).sort();
  return { ...opened, health: [...opened.health].sort(), connections: ids };
}

/** What the store reads at once, if it does, else by steps. */
function openIn(store: Store, more: Partial<OpenCall> = {}): Promise<OpenedCall> {
  const call = { ...open, ...more };
  return store.openCall === undefined ? openBySteps(store, call) : store.openCall(call);
}

/** What an execution reads before it begins, and what it notes when it begins: each in one round trip, where a store does. */
export const openCases = [
  storeCase("opening reads key, organisation, session, health, connections and usage", async (store) => {
    await fill(store);
    const opened = await openIn(store);
    expectEqual(opened.apiKey?.id, apiKey(1).id, "key");
    expectEqual(opened.organisation?.id, "org_a", "organisation");
    expectEqual(opened.session, own, "session, as it was");
    expectEqual(
      [opened.isTouched, opened.operation, opened.trigger, opened.used],
      [true, undefined, undefined, 0],
      "rest",
    );
    expectEqual(sorted(opened).health, [["stripe org_a/t1", { failures: 2, openUntil: 0 }]], "health");
    expectEqual(sorted(opened).connections, ["conn_1", "conn_2"], "connections");
    expectEqual((await store.readSession("org_a", own.id))?.expiresAt, noon + 2 * hour, "expiry");
  }),
  storeCase(
    "opening reads a known operation, a trigger and what was charged, and moves no expiry then",
    async (store) => {
      await fill(store);
      const { id, lease } = await started(store, 1);
      await store.settleOperation(id, lease, settlement("succeeded"));
      await store.insertRecord("trigger", trigger(1));
      const opened = await openIn(store);
      expectEqual([opened.operation?.id, opened.trigger?.id, opened.used], [id, trigger(1).id, 1], "opened");
      expectEqual(opened.isTouched, false, "touched");
      expectEqual((await store.readSession("org_a", own.id))?.expiresAt, noon + hour, "expiry");
      expectEqual((await openIn(store, { key: undefined })).operation, undefined, "without a key");
      expectEqual(
        (await openIn(store, { keysSince: noon + hour })).operation,
        undefined,
        "whose key ran out",
      );
    },
  ),
  storeCase("opening reveals nothing to a key that does not work, and touches nothing", async (store) => {
    await fill(store);
    const refused: [Partial<OpenCall>, string | undefined][] = [
      [{ keyHash: "none" }, undefined],
      [{ keyHash: "hash-3" }, apiKey(3).id],
      [{ keyHash: "old", now: noon + hour }, apiKey(4).id],
      // a key of its own acts for no other organisation, and a service key for one that there is
      [{ organisation: "org_b" }, apiKey(1).id],
      [{ keyHash: "hash-2" }, apiKey(2).id],
      [{ keyHash: "hash-2", organisation: "org_none" }, apiKey(2).id],
    ];
    for (const [more, id] of refused) {
      const { apiKey: key, ...rest } = sorted(await openIn(store, more));
      expectEqual(key?.id, id, "key");
      expectEqual(
        rest,
        {
          organisation: undefined,
          session: undefined,
          isTouched: false,
          operation: undefined,
          health: [],
          connections: [],
          trigger: undefined,
          used: 0,
        },
        "the rest",
      );
    }
    expectEqual((await store.readSession("org_a", own.id))?.expiresAt, noon + hour, "expiry");
    expectEqual(
      (await openIn(store, { keyHash: "old" })).organisation?.id,
      "org_a",
      "within its grace period",
    );
    expectEqual(
      (await openIn(store, { keyHash: "hash-2", organisation: "org_a" })).session?.id,
      own.id,
      "service key",
    );
  }),
  storeCase("opening leaves a session alone that is closed, over, or another's", async (store) => {
    await fill(store);
    await store.createSession({ ...own, id: "ses_over", expiresAt: open.now });
    await store.createSession({ ...own, id: "ses_closed", closedAt: noon });
    await store.createSession({ ...own, id: "ses_other", organisation: "org_b" });
    for (const sessionId of ["ses_over", "ses_closed"]) {
      const opened = await openIn(store, { sessionId });
      expectEqual([opened.session?.id, opened.isTouched], [sessionId, false], sessionId);
    }
    const none = await openIn(store, { sessionId: "ses_other" });
    expectEqual([none.session, none.isTouched, none.connections.length], [undefined, false, 0], "another's");
  }),
  storeCase("a call may begin dispatched, where the store says so", async (store) => {
    if (store.beginsDispatched !== true) return;
    const note = { connection: { id: "conn_1", credentialsVersion: 2 }, call: "encrypted" };
    const dispatch = attemptResult("asaas", noon + 70_000, note);
    const begun = await store.beginOperation({ ...callNumber(1, { quota: 1 }), dispatch });
    const operation = present(begun.outcome === "started" ? begun.operation : undefined, "operation");
    const { state, provider, account, dispatched, attempts, lease, leaseUntil } = operation;
    expectEqual(
      { state, provider, account, dispatched, attempts, lease, leaseUntil },
      {
        state: "dispatched",
        provider: "asaas",
        account: "org_a",
        dispatched: note,
        attempts: [attempt("asaas")],
        lease: 1,
        leaseUntil: noon + 70_000,
      },
      "operation",
    );
    expectEqual(await store.findOperation(operation.id), operation, "stored");
    const joined = await store.beginOperation({ ...callNumber(2, { key: "key-1" }), dispatch });
    expectEqual(joined.outcome, "joined", "again");
    const refused = await store.beginOperation({ ...callNumber(3, { quota: 1 }), dispatch });
    expectEqual(refused.outcome, "quota", "beyond the quota");
    const ended = await store.settleOperation(operation.id, 1, settlement("succeeded"));
    expectEqual([ended.state, ended.attempts[0]?.outcome], ["succeeded", "succeeded"], "ended");
  }),
];
