import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type NewOperation, type Store, systemTimers } from "@codespar/backend";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "./open-database.ts";
import { sqliteStore } from "./sqlite-store.ts";

const calls = 20_000;
const noon = Date.UTC(2026, 2, 10, 12);
const organisation = "org_a";

/** An organisation with 20,000 calls and as many events, of which one in 10,000 is rare. */
describe("scans over 20,000 calls (attack 21)", () => {
  const directory = mkdtempSync(join(tmpdir(), "codespar-scan-"));
  let store: Store;

  beforeAll(async () => {
    const sql = openDatabase(directory, { name: "scan", program: "test" });
    store = sqliteStore(sql, systemTimers);
    const made: Promise<unknown>[] = [];
    sql.transaction(() => {
      for (let number = 1; number <= calls; number += 1) made.push(...write(number));
    });
    await Promise.all(made);
  }, 60_000);

  afterAll(async () => {
    await store.close();
    rmSync(directory, { recursive: true });
  });

  function write(number: number): Promise<unknown>[] {
    const id = `tc_${String(number).padStart(8, "0")}`;
    const isRare = number % 10_000 === 1;
    const createdAt = noon + number * 1000;
    const operation: NewOperation = {
      id,
      organisation,
      sessionId: "ses_a",
      key: `key-${number}`,
      fingerprint: "print",
      verb: "execute",
      tool: isRare ? "codespar_ship" : "codespar_pay",
      server: "codespar",
      metadata: { tenant_id: `tenant-${number % 7}`, order: isRare ? "rare" : "common" },
      userId: null,
      amount: 5000,
      currency: "BRL",
      createdAt,
      period: "2026-03",
      arguments: JSON.stringify({ method: "pix", amount: 5000, description: "x".repeat(300) }),
    };
    const response = {
      status: 200,
      body: JSON.stringify({ success: true, data: { text: "x".repeat(500) } }),
    };
    const type = isRare ? "tool_call.failed" : "tool_call.completed";
    const event = {
      id: id.replace("tc", "evt"),
      organisation,
      type,
      createdAt,
      sessionId: "ses_a",
      toolCallId: id,
      metadata: {},
      data: JSON.stringify({ text: "x".repeat(300) }),
    };
    return [
      store.beginOperation({ operation, leaseUntil: createdAt, quota: null, reservations: [], keysSince: 0 }),
      store.settleOperation(id, 1, {
        state: "succeeded",
        provider: "asaas",
        error: null,
        response,
        completedAt: createdAt,
        events: [event],
        documents: [],
      }),
    ];
  }

  /** How often others had a turn of the event loop while it went on. */
  async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
    let turns = 0;
    let isDone = false;
    const look = () => {
      turns += 1;
      if (!isDone) setImmediate(look);
    };
    setImmediate(look);
    await work();
    isDone = true;
    return turns;
  }

  // before, each of these held everybody up for 260 to 750 ms; no piece has more than 1,000 calls now
  it.each([
    ["usage by metadata", () => store.readUsageGroups(organisation, "2026-03", "tenant_id")],
    [
      "the log with a rare filter",
      () => store.listOperations(organisation, { metadata: { order: "none" } }, { limit: 20 }),
    ],
    [
      "the log of a rare tool",
      () => store.listOperations(organisation, { tool: "codespar_ship" }, { limit: 20 }),
    ],
  ])("%s leaves others their turn", async (_, work) => {
    expect(await turnsDuring(work)).toBeGreaterThanOrEqual(calls / 1_000);
  });

  it("find all the same", async () => {
    const groups = await store.readUsageGroups(organisation, "2026-03", "tenant_id");
    expect(groups.map(({ count }) => count).reduce((sum, count) => sum + count, 0)).toBe(calls);
    expect(groups).toHaveLength(7);
    expect(await store.readUsageGroups(organisation, "2026-02", "tenant_id")).toEqual([]);
    const first = await store.listOperations(organisation, { tool: "codespar_ship" }, { limit: 1 });
    expect(first.rows.map(({ id }) => id)).toEqual(["tc_00010001"]);
    const second = await store.listOperations(
      organisation,
      { tool: "codespar_ship" },
      { limit: 1, cursor: first.next ?? "" },
    );
    expect([second.rows.map(({ id }) => id), second.next]).toEqual([["tc_00000001"], null]);
    const between = { since: noon + 5_000_000, until: noon + 5_002_000, metadata: { tenant_id: "tenant-2" } };
    const { rows } = await store.listOperations(organisation, between, { limit: 20 });
    expect(rows.map(({ id }) => id)).toEqual(["tc_00005000"]);
    const events = await store.listEvents(organisation, { type: "tool_call.failed" }, { limit: 20 });
    expect(events.rows.map(({ id }) => id)).toEqual(["evt_00010001", "evt_00000001"]);
  });
});
