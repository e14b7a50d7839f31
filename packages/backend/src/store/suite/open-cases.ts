import { openBySteps } from "../open-by-steps.ts";
import { circuitName, connectionName } from "../ownership.ts";
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
    expectEqual(opened.session, own, "session");
    expectEqual([opened.operation, opened.trigger, opened.used], [undefined, undefined, 0], "rest");
    expectEqual(sorted(opened).health, [["stripe org_a/t1", { failures: 2, openUntil: 0 }]], "health");
    expectEqual(sorted(opened).connections, ["conn_1", "conn_2"], "connections");
    expectEqual(await store.readSession("org_a", own.id), own, "session, as it was");
  }),
  storeCase("opening reads a known operation, a trigger and what was charged", async (store) => {
    await fill(store);
    const { id, lease } = await started(store, 1);
    await store.settleOperation(id, lease, settlement("succeeded"));
    await store.insertRecord("trigger", trigger(1));
    const opened = await openIn(store);
    expectEqual([opened.operation?.id, opened.trigger?.id, opened.used], [id, trigger(1).id, 1], "opened");
    expectEqual((await openIn(store, { key: undefined })).operation, undefined, "without a key");
    expectEqual((await openIn(store, { keysSince: noon + hour })).operation, undefined, "whose key ran out");
  }),
  storeCase("opening reveals nothing to a key that does not work", async (store) => {
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
      const { apiKey: key, version: _, ...rest } = sorted(await openIn(store, more));
      expectEqual(key?.id, id, "key");
      expectEqual(
        rest,
        {
          organisation: undefined,
          session: undefined,
          operation: undefined,
          health: [],
          connections: [],
          trigger: undefined,
          used: 0,
        },
        "the rest",
      );
    }
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
  storeCase("opening reads a session whatever its state, and never another organisation's", async (store) => {
    await fill(store);
    await store.createSession({ ...own, id: "ses_over", expiresAt: open.now });
    await store.createSession({ ...own, id: "ses_closed", closedAt: noon });
    await store.createSession({ ...own, id: "ses_other", organisation: "org_b" });
    for (const sessionId of ["ses_over", "ses_closed"])
      expectEqual((await openIn(store, { sessionId })).session?.id, sessionId, sessionId);
    const none = await openIn(store, { sessionId: "ses_other" });
    expectEqual([none.session, none.connections.length], [undefined, 0], "another's");
  }),
  storeCase("opening reads what belongs to names of any text", async (store) => {
    await fill(store);
    const tenant = 'a"\\\0\ud800 ü😀';
    const odd = { ...own, id: "ses_odd", metadata: { tenant_id: tenant } };
    await store.createSession(odd);
    await store.insertRecord("connection", connection(5, "asaas", tenant));
    const circuit = circuitName("asaas", `org_a/${tenant}`);
    await store.recordProviderOutcome(circuit, { failures: 1, openUntil: 0 });
    const opened = await openIn(store, { sessionId: odd.id });
    expectEqual(opened.session, odd, "session");
    expectEqual(sorted(opened).connections, ["conn_2", "conn_5"], "connections");
    expectEqual([...opened.health.keys()], [circuit], "health");
  }),
  storeCase(
    "a call that begins moves the expiry of its session, never back; one that does not begin leaves it",
    async (store) => {
      if (store.openCall === undefined) return;
      await fill(store);
      const expiry = async () => (await store.readSession("org_a", own.id))?.expiresAt;
      const begin = (number: number, sessionExpiresAt: number, quota: number | null = null) =>
        store.beginOperation({
          ...callNumber(number, { quota, sessionId: own.id }),
          opening: { sessionExpiresAt, readsUsed: false },
        });
      await begin(1, noon + 2 * hour);
      expectEqual(await expiry(), noon + 2 * hour, "moved");
      await begin(2, noon + hour);
      expectEqual(await expiry(), noon + 2 * hour, "not back");
      expectEqual((await begin(3, noon + 3 * hour, 1)).outcome, "quota", "refused");
      expectEqual(await expiry(), noon + 2 * hour, "left");
    },
  ),
  storeCase(
    "a call that was opened begins as long as what was read holds, and tells what is used",
    async (store) => {
      if (store.openCall === undefined) return;
      await fill(store);
      await store.insertRecord("trigger", trigger(1));
      const first = await started(store, 90);
      await store.settleOperation(first.id, first.lease, settlement("succeeded"));
      let { version } = await openIn(store);
      let number = 0;
      const begin = async () => {
        number += 1;
        return store.beginOperation({
          ...callNumber(number, { sessionId: own.id }),
          opening: { version, readsUsed: true },
        });
      };
      const begun = await begin();
      expectEqual([begun.outcome, "used" in begun ? begun.used : undefined], ["started", 1], "at first");
      // what executions write themselves changes nothing of it
      await store.touchApiKey(apiKey(1).id, noon + 5);
      await store.touchSession("org_a", own.id, noon + 2 * hour);
      await store.recordProviderOutcome(circuitName("asaas", "org_a"), { failures: 1, openUntil: 0 });
      expectEqual((await begin()).outcome, "started", "after what executions write");
      const changes: [string, () => Promise<unknown>][] = [
        ["a key that is made", () => store.createApiKey(apiKey(7))],
        ["a key that is revoked", () => store.updateApiKey(apiKey(7, { revokedAt: noon }), "hash-7")],
        ["a suspension", () => store.updateOrganisation("org_a", { suspendedAt: 5 })],
        ["another plan", () => store.updateOrganisation("org_a", { plan: "hobby" })],
        ["a new connection", () => store.insertRecord("connection", connection(8, "stripe", null))],
        ["another's credentials", () => store.replaceRecord("connection", connection(8, "stripe", null))],
        ["a connection less", () => store.deleteRecord("connection", "org_a", "conn_8")],
        ["a trigger less", () => store.deleteRecord("trigger", "org_a", trigger(1).id)],
        [
          "several at once",
          () => store.writeTogether([{ type: "insert_record", kind: "trigger", record: trigger(2) }]),
        ],
      ];
      for (const [what, change] of changes) {
        await change();
        const used = await store.readUsed("org_a", open.period);
        expectEqual((await begin()).outcome, "stale", what);
        const { key, keysSince } = { ...callNumber(number).operation, ...callNumber(number) };
        expectEqual(await store.findOperationByKey("org_a", key, keysSince), undefined, `${what}: key`);
        expectEqual(await store.readUsed("org_a", open.period), used, `${what}: quota`);
        ({ version } = await openIn(store));
        number -= 1;
        expectEqual((await begin()).outcome, "started", `${what}: opened again`);
      }
      await store.closeSession("org_a", own.id, noon);
      expectEqual((await begin()).outcome, "stale", "a closed session");
    },
  ),
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
