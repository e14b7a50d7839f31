import type { Slice, SliceOptions, Store } from "../store.ts";
import { expectEqual } from "./expect.ts";
import { dispatched, event, hour, noon, session, settlement, started } from "./fixtures.ts";
import { storeCase } from "./store-case.ts";

/** Ids of all pages, and how many pages there were. */
async function pages<Row extends { id: string }>(
  read: (slice: SliceOptions) => Promise<Slice<Row>>,
  limit: number,
) {
  const ids: string[] = [];
  for (let count = 1, cursor: string | undefined; ; count += 1) {
    const { rows, next } = await read({ limit, cursor });
    ids.push(...rows.map(({ id }) => id));
    if (next === null) return { ids, count };
    cursor = next;
  }
}

async function getIds(store: Store, filter: Parameters<Store["listOperations"]>[1]): Promise<string[]> {
  const { rows } = await store.listOperations("org_a", filter, { limit: 100 });
  return rows.map(({ id }) => id.replace(/^tc_0*/, ""));
}

/** Lists: newest first, in pages that neither repeat nor lose a row. */
export const listCases = [
  storeCase("operations come newest first, page by page", async (store) => {
    for (let number = 1; number <= 7; number += 1) await started(store, number);
    await started(store, 8, { organisation: "org_b" });
    const { ids, count } = await pages((slice) => store.listOperations("org_a", {}, slice), 3);
    expectEqual(
      ids.map((id) => Number(id.slice(3))),
      [7, 6, 5, 4, 3, 2, 1],
      "ids",
    );
    expectEqual(count, 3, "pages");
  }),
  storeCase("a full last page is the last page", async (store) => {
    for (let number = 1; number <= 6; number += 1) await started(store, number);
    expectEqual((await pages((slice) => store.listOperations("org_a", {}, slice), 3)).count, 2, "pages");
  }),
  storeCase("rows added while paging do not shift the pages", async (store) => {
    for (let number = 1; number <= 4; number += 1) await started(store, number);
    const first = await store.listOperations("org_a", {}, { limit: 2 });
    await started(store, 5);
    const second = await store.listOperations("org_a", {}, { limit: 2, cursor: first.next ?? "" });
    expectEqual(
      second.rows.map(({ id }) => Number(id.slice(3))),
      [2, 1],
      "second page",
    );
  }),
  storeCase("every filter of the log narrows it", async (store) => {
    await started(store, 1, { sessionId: "ses_b", metadata: { tenant_id: "t1", region: "sp" } });
    const other = { server: "stripe", userId: "ana", currency: "MXN", amount: 7 } as const;
    await started(store, 2, { tool: "codespar_ship", now: noon + 10, ...other });
    const { id, lease } = await dispatched(store, 3, { now: noon + 20 });
    await store.settleOperation(id, lease, settlement("succeeded"));
    await dispatched(store, 4, { now: noon + 30 });
    expectEqual(await getIds(store, { sessionId: "ses_b" }), ["1"], "session");
    expectEqual(await getIds(store, { tool: "codespar_ship" }), ["2"], "tool");
    expectEqual(await getIds(store, { server: "stripe" }), ["2"], "server");
    expectEqual(await getIds(store, { userId: "ana" }), ["2"], "user");
    expectEqual(await getIds(store, { currency: "MXN" }), ["2"], "currency");
    expectEqual(await getIds(store, { amount: 7 }), ["2"], "amount");
    expectEqual(await getIds(store, { provider: "asaas" }), ["4", "3"], "provider");
    expectEqual(await getIds(store, { status: "succeeded" }), ["3"], "status");
    expectEqual(await getIds(store, { status: "running" }), ["4", "2", "1"], "dispatched is running");
    expectEqual(await getIds(store, { key: "key-2" }), ["2"], "key");
    expectEqual(await getIds(store, { metadata: { tenant_id: "t1", region: "sp" } }), ["1"], "metadata");
    expectEqual(await getIds(store, { metadata: { tenant_id: "t2" } }), [], "other metadata");
    expectEqual(await getIds(store, { since: noon + 10, until: noon + 30 }), ["3", "2"], "time");
    expectEqual(await getIds(store, { charged: true }), ["3"], "charged");
    expectEqual(await getIds(store, { tool: "codespar_pay", charged: false }), ["4", "1"], "two filters");
  }),
  storeCase("calls under one key are found by it whatever became of them, newest first", async (store) => {
    for (let number = 1; number <= 3; number += 1) {
      const { id, lease } = await started(store, number, { key: "k" });
      await store.settleOperation(id, lease, settlement("failed"));
    }
    const { id, lease } = await dispatched(store, 4, { key: "k" });
    await store.settleOperation(id, lease, settlement("succeeded"));
    await started(store, 5, { key: "k", organisation: "org_b" });
    await started(store, 6);
    expectEqual(await getIds(store, { key: "k" }), ["4", "3", "2", "1"], "all");
    expectEqual(await getIds(store, { key: "k", status: "failed" }), ["3", "2", "1"], "failed");
    expectEqual(await getIds(store, { key: "other" }), [], "unknown key");
    const paged = await pages((slice) => store.listOperations("org_a", { key: "k" }, slice), 3);
    expectEqual(
      paged,
      { ids: ["tc_00000004", "tc_00000003", "tc_00000002", "tc_00000001"], count: 2 },
      "pages",
    );
    await store.erasePayloads(noon + 2 * hour, 100);
    expectEqual(await getIds(store, { key: "k" }), ["4", "3", "2", "1"], "payloads erased");
    await store.dropOperations(noon + 1, 2);
    expectEqual(await getIds(store, { key: "k" }), ["4", "3"], "oldest dropped");
    await store.dropOperations(noon + 1, 100);
    expectEqual(await getIds(store, { key: "k" }), [], "all dropped");
  }),
  storeCase("sessions are made, read, touched, closed and counted", async (store) => {
    await store.createSession(session(1));
    expectEqual(await store.readSession("org_a", "ses_00000001"), session(1), "session");
    expectEqual(await store.readSession("org_b", "ses_00000001"), undefined, "another organisation's");
    await store.touchSession("org_a", "ses_00000001", noon + 2 * hour);
    await store.touchSession("org_b", "ses_00000001", 0);
    await started(store, 1, { sessionId: "ses_00000001" });
    await store.closeSession("org_a", "ses_00000001", noon + 5);
    await store.closeSession("org_a", "ses_00000001", noon + 9);
    await store.touchSession("org_a", "ses_00000001", noon + 9 * hour);
    const wanted = session(1, { expiresAt: noon + 2 * hour, toolCalls: 1, closedAt: noon + 5 });
    expectEqual(await store.readSession("org_a", "ses_00000001"), wanted, "session in the end");
  }),
  storeCase("sessions are listed by status", async (store) => {
    await store.createSession(session(1, { closedAt: noon }));
    await store.createSession(session(2, { expiresAt: noon }));
    await store.createSession(session(3));
    const list = async (status?: "active" | "closed" | "expired") =>
      (await pages((slice) => store.listSessions("org_a", { status, now: noon }, slice), 1)).ids.map((id) =>
        id.at(-1),
      );
    expectEqual(await list(), ["3", "2", "1"], "all");
    expectEqual(await list("active"), ["3"], "active");
    expectEqual(await list("expired"), ["2"], "expired");
    expectEqual(await list("closed"), ["1"], "closed");
  }),
  storeCase("events are appended once and listed by type and time", async (store) => {
    expectEqual(await store.appendEvent(event(1)), true, "first");
    expectEqual(await store.appendEvent(event(1)), false, "again");
    await store.appendEvent(event(2, { type: "payment.confirmed" }));
    await store.appendEvent(event(3, { organisation: "org_b" }));
    const list = async (filter: Parameters<Store["listEvents"]>[1]) =>
      (await store.listEvents("org_a", filter, { limit: 10 })).rows.map(({ id }) => id.at(-1));
    expectEqual(await list({}), ["2", "1"], "all");
    expectEqual(await list({ type: "payment.confirmed" }), ["2"], "type");
    expectEqual(await list({ since: noon + 2 }), ["2"], "since");
    expectEqual(
      (await store.listEvents("org_a", {}, { limit: 1 })).rows,
      [event(2, { type: "payment.confirmed" })],
      "row",
    );
  }),
];
