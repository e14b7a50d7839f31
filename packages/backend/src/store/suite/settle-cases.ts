import { expectEqual, present } from "./expect.ts";
import { dispatched, event, noon, settlement, started } from "./fixtures.ts";
import { storeCase } from "./store-case.ts";

/** The end of an operation: one transaction, and the first final state wins. */
export const settleCases = [
  storeCase("settling writes state, response, attempt, events and documents together", async (store) => {
    const { id, lease } = await dispatched(store, 1);
    const document = {
      organisation: "org_a",
      tenant: "t1",
      kind: "payment",
      id: "pay_1",
      provider: "asaas",
      operationId: id,
      createdAt: noon,
    };
    const end = settlement("succeeded", { events: [event(1, { toolCallId: id })], documents: [document] });
    const settled = await store.settleOperation(id, lease, end);
    const { state, provider, response, error, charged, completedAt, attempts } = settled;
    expectEqual(
      { state, provider, response, error, charged, completedAt },
      {
        state: "succeeded",
        provider: "asaas",
        response: end.response,
        error: null,
        charged: true,
        completedAt: noon + 1000,
      },
      "settled",
    );
    expectEqual(attempts[0]?.outcome, "succeeded", "attempt");
    expectEqual(await store.readOperation("org_a", id), settled, "stored");
    expectEqual(await store.findDocument("org_a", "payment", "pay_1"), document, "document");
    expectEqual(await store.findDocument("org_b", "payment", "pay_1"), undefined, "another's document");
    expectEqual((await store.listEvents("org_a", {}, { limit: 10 })).rows.length, 1, "events");
  }),
  storeCase(
    "the creator of a document stays its creator, also when another call returns it",
    async (store) => {
      const common = {
        organisation: "org_a",
        tenant: null,
        kind: "payment",
        id: "pay_1",
        provider: "asaas",
        createdAt: noon,
      };
      for (const number of [1, 2]) {
        const { id, lease } = await dispatched(store, number);
        const documents = [{ ...common, operationId: id }];
        await store.settleOperation(id, lease, settlement("succeeded", { documents }));
      }
      expectEqual(
        (await store.findDocument("org_a", "payment", "pay_1"))?.operationId,
        "tc_00000001",
        "maker",
      );
    },
  ),
  storeCase("the first final state wins, and only its events are written", async (store) => {
    const { id, lease } = await dispatched(store, 1);
    await store.settleOperation(id, lease, settlement("succeeded", { events: [event(1)] }));
    const again = await store.settleOperation(id, lease, settlement("failed", { events: [event(2)] }));
    expectEqual([again.state, again.charged], ["succeeded", true], "second end");
    expectEqual((await store.listEvents("org_a", {}, { limit: 10 })).rows.length, 1, "events");
  }),
  storeCase("attempts that were not marked come with the end", async (store) => {
    const { id, lease } = await started(store, 1);
    const attempts = [{ provider: "asaas", outcome: "succeeded" as const, at: "2026-03-10T12:00:00.000Z" }];
    const settled = await store.settleOperation(id, lease, settlement("succeeded", { attempts }));
    expectEqual(settled.attempts, attempts, "attempts");
  }),
  storeCase("settling what is not there is an error", async (store) => {
    const outcome = await store.settleOperation("tc_none", 1, settlement("failed")).then(
      () => "settled",
      () => "error",
    );
    expectEqual(outcome, "error", "outcome");
  }),
  storeCase("who waits gets the end, in whatever way it comes", async (store) => {
    const { signal } = new AbortController();
    for (const [number, state] of (["succeeded", "refused", "failed", "unknown"] as const).entries()) {
      const { id, lease } = await dispatched(store, number);
      const waiting = store.waitForOperation(id, signal);
      await store.settleOperation(id, lease, settlement(state));
      expectEqual((await waiting).state, state, "waited");
      expectEqual((await store.waitForOperation(id, signal)).state, state, "waited afterwards");
    }
  }),
  storeCase("waiting ends with the signal's reason", async (store) => {
    const { id } = await started(store, 1);
    const abort = new AbortController();
    const waiting = store.waitForOperation(id, abort.signal).catch((error: unknown) => error);
    const reason = new Error("enough");
    abort.abort(reason);
    expectEqual((await waiting) === reason, true, "reason");
    const late = await store.waitForOperation(id, abort.signal).catch((error: unknown) => error);
    expectEqual(late === reason, true, "reason of an aborted signal");
  }),
  storeCase("a document is recorded once; the first entry stays", async (store) => {
    const document = (provider: string) => ({
      organisation: "org_a",
      tenant: null,
      kind: "payment",
      id: "p",
      provider,
      operationId: "tc_1",
      createdAt: noon,
    });
    await store.recordDocument(document("asaas"));
    await store.recordDocument(document("stripe"));
    expectEqual(
      present(await store.findDocument("org_a", "payment", "p"), "document").provider,
      "asaas",
      "provider",
    );
  }),
];
