import { responseSchemas } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { memoryStore } from "../../store/memory/memory-store.ts";
import type { NewOperation } from "../../store/operation.ts";
import type { Store } from "../../store/store.ts";
import { testBackend } from "../../testing/test-backend.ts";
import { withUsage } from "../../testing/with-usage.ts";

const april = Date.UTC(2026, 3, 1);
const tools = ["codespar_discover", "codespar_pay", "codespar_invoice"];

/** Writes calls into the store as `send` would. Call `index` belongs to tenant `index % tenants`. */
async function fill(store: Store, organisation: string, count: number, tenants: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const operation: NewOperation = {
      id: `tc_0${String(index).padStart(11, "0")}`,
      organisation,
      sessionId: `ses_${index % tenants}`,
      key: `k-${index}`,
      fingerprint: "f",
      verb: "send",
      tool: tools[index % tools.length] ?? "codespar_pay",
      server: "codespar",
      metadata: index % 1000 === 999 ? {} : { tenant_id: `tenant_${index % tenants}`, source: "api" },
      userId: null,
      amount: null,
      currency: null,
      createdAt: april + (index % 14) * 86_400_000,
      period: "2026-04",
      arguments: "{}",
    };
    await store.beginOperation({ operation, leaseUntil: 0, quota: null, reservations: [], keysSince: 0 });
  }
}

describe("GET /v1/usage", () => {
  it("shows no figures where the plan is by contract, and stops nothing", async () => {
    const { join, call } = testBackend({ store: withUsage(memoryStore(), "2026-04", 5_000_000) });
    const { apiKey } = await join("enterprise");
    const { body, headers } = await call(apiKey, "GET", "/v1/usage");
    expect(body).toMatchObject({ quota: null, used: 5_000_000, remaining: null, percentage: null });
    expect(headers).not.toHaveProperty("x-codespar-quota-warning");
    const billing = await call(apiKey, "GET", "/v1/billing");
    expect(billing.body).toMatchObject({ plan: "enterprise", price_cents: null, quota: null });
    const overage = await call(apiKey, "PATCH", "/v1/billing", { body: { overage_enabled: true } });
    expect([overage.status, overage.body]).toMatchObject([
      403,
      {
        error: "plan_limit",
        message:
          "What plan enterprise pays beyond its quota is by contract. Ask for it at https://codespar.dev/dashboard/billing.",
      },
    ]);
    expect(responseSchemas.Usage.parse(body)).toEqual(body);
    expect(responseSchemas.Billing.parse(billing.body)).toEqual(billing.body);
  });

  it("is the documentation's body, field by field, with ours behind it", async () => {
    const breakdown = {
      codespar_discover: 1240,
      codespar_checkout: 8901,
      codespar_pay: 15_432,
      codespar_invoice: 12_300,
      codespar_ship: 6789,
      codespar_notify: 3170,
    };
    const { join, call } = testBackend({ store: withUsage(memoryStore(), "2026-04", 47_832, breakdown) });
    const { apiKey } = await join("starter");
    const { body } = await call(apiKey, "GET", "/v1/usage");
    expect(body).toEqual({
      period: { start: "2026-04-01T00:00:00Z", end: "2026-04-30T23:59:59Z" },
      quota: 200_000,
      used: 47_832,
      remaining: 152_168,
      percentage: 23.9,
      breakdown,
      daily: [],
      tool_calls: [],
      next_cursor: null,
    });
    expect(Object.keys(body as object).slice(0, 6)).toEqual([
      "period",
      "quota",
      "used",
      "remaining",
      "percentage",
      "breakdown",
    ]);
  });

  it("gives the billing loop right numbers for 50 tenants and 100,000 calls, a piece at a time", async () => {
    const inner = memoryStore();
    let inStore = 0;
    const limits: number[] = [];
    const store: Store = {
      ...inner,
      listOperations(organisation, filter, slice) {
        inStore += 1;
        limits.push(slice.limit);
        return inner.listOperations(organisation, filter, slice);
      },
    };
    const { join, backend, call } = testBackend({ store });
    const { apiKey, organisation } = await join("growth");
    await fill(inner, organisation, 100_000, 50);

    const response = await backend.handle({
      method: "GET",
      path: "/v1/usage",
      headers: { authorization: `Bearer ${apiKey}` },
    });
    if (typeof response.body === "string") throw new Error("The whole response was built at once.");
    let text = "";
    let longest = 0;
    let pieces = 0;
    for await (const piece of response.body) {
      pieces += 1;
      longest = Math.max(longest, piece.length);
      text += piece;
      // nothing is read ahead of what was taken: that is what keeps memory flat
      expect(inStore).toBeLessThanOrEqual(pieces * 2 + 1);
    }
    expect(Math.max(...limits)).toBeLessThanOrEqual(500);
    expect(longest).toBeLessThan(70_000);
    expect(pieces).toBeGreaterThan(200);

    const data = responseSchemas.Usage.parse(JSON.parse(text));
    expect(data.used).toBe(100_000);
    const perTenant = (data.tool_calls ?? []).reduce<Record<string, number>>((acc, call) => {
      const tenantId = call.metadata.tenant_id ?? "none";
      acc[tenantId] = (acc[tenantId] || 0) + 1;
      return acc;
    }, {});
    // every thousandth call has no tenant, and all of those fall on tenant 49
    expect(Object.keys(perTenant)).toHaveLength(51);
    expect(perTenant).toMatchObject({ tenant_0: 2000, tenant_48: 2000, tenant_49: 1900, none: 100 });

    const grouped = await call(apiKey, "GET", "/v1/usage?group_by=tenant_id&tool_calls=false");
    const { groups } = responseSchemas.Usage.parse(grouped.body);
    expect(Object.fromEntries((groups ?? []).map(({ value, count }) => [value ?? "none", count]))).toEqual(
      perTenant,
    );
  }, 240_000);

  it("groups by any metadata key, pages calls, counts days, and keeps months apart", async () => {
    const store = memoryStore();
    const { join, call } = testBackend({ store });
    const { apiKey, organisation } = await join("growth");
    await fill(store, organisation, 28, 4);
    const get = async (query: string) =>
      responseSchemas.Usage.parse((await call(apiKey, "GET", `/v1/usage${query}`)).body);
    expect((await get("?group_by=source")).groups).toEqual([{ value: "api", count: 28 }]);
    for (const key of ["nothing", "__proto__", "constructor"]) {
      expect((await get(`?group_by=${key}`)).groups).toEqual([{ value: null, count: 28 }]);
    }
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await get(`?limit=5${cursor ? `&cursor=${cursor}` : ""}`);
      expect(page.used).toBe(28);
      seen.push(...(page.tool_calls ?? []).map(({ id }) => id));
      cursor = page.next_cursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(28);
    expect(seen).toHaveLength(28);
    const { daily, breakdown, tool_calls } = await get("?tool_calls=false");
    expect(tool_calls).toBeUndefined();
    expect(daily).toHaveLength(14);
    expect(daily.every(({ count }) => count === 2)).toBe(true);
    expect(breakdown).toEqual({ codespar_discover: 10, codespar_pay: 9, codespar_invoice: 9 });
    expect(await get("?period=2026-03")).toMatchObject({ used: 0, tool_calls: [], breakdown: {}, daily: [] });
  });

  it("ends quietly when its reader leaves half way", async () => {
    const store = memoryStore();
    const { join, backend } = testBackend({ store });
    const { apiKey, organisation } = await join("growth");
    await fill(store, organisation, 2000, 4);
    const { body } = await backend.handle({
      method: "GET",
      path: "/v1/usage",
      headers: { authorization: `Bearer ${apiKey}` },
    });
    if (typeof body === "string") throw new Error("The whole response was built at once.");
    for await (const piece of body) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
  });
});

describe("GET /v1/tool-calls", () => {
  it.each([
    ["session_id=ses_1", (index: number) => index % 4 === 1],
    ["tool=codespar_pay", (index: number) => index % 3 === 1],
    ["status=queued", () => true],
    ["status=succeeded", () => false],
    ["provider=asaas", () => false],
    ["idempotency_key=k-7", (index: number) => index === 7],
    ["metadata[tenant_id]=tenant_2", (index: number) => index % 4 === 2],
    ["metadata[tenant_id]=tenant_2&metadata[source]=api", (index: number) => index % 4 === 2],
    ["metadata[source]=web", () => false],
    ["since=2026-04-14T00:00:00Z", (index: number) => index % 14 >= 13],
    ["until=2026-04-02T00:00:00Z", (index: number) => index % 14 < 1],
    ["since=2026-04-03T00:00:00Z&until=2026-04-04T00:00:00Z", (index: number) => index % 14 === 2],
    ["tool=codespar_pay&session_id=ses_1", (index: number) => index % 3 === 1 && index % 4 === 1],
  ])("filters by %s", async (query, passes) => {
    const store = memoryStore();
    const { join, call } = testBackend({ store });
    const { apiKey, organisation } = await join("growth");
    await fill(store, organisation, 56, 4);
    const { body } = await call(apiKey, "GET", `/v1/tool-calls?limit=100&${query}`);
    const { data } = responseSchemas.ToolCallPage.parse(body);
    const indices = data.map(({ id }) => Number(id.slice(4))).sort((a, b) => a - b);
    expect(indices).toEqual(Array.from({ length: 56 }, (_, index) => index).filter(passes));
  });

  it("holds neither arguments nor results", async () => {
    const store = memoryStore();
    const { join, call } = testBackend({ store });
    const { apiKey, organisation } = await join("growth");
    await fill(store, organisation, 1, 1);
    const { body } = await call(apiKey, "GET", "/v1/tool-calls");
    const [row] = responseSchemas.ToolCallPage.parse(body).data;
    expect(Object.keys(row ?? {})).not.toEqual(expect.arrayContaining(["arguments"]));
    expect(Object.keys(row ?? {})).not.toEqual(expect.arrayContaining(["result"]));
  });
});
