import type { PlanId } from "@codespar/contract";
import { responseSchemas } from "@codespar/contract/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memoryStore } from "../../store/memory/memory-store.ts";
import { testBackend } from "../../testing/test-backend.ts";
import { testCustomer, testGateway } from "../../testing/test-gateway.ts";
import { withUsage } from "../../testing/with-usage.ts";

async function setUp({
  plan = "starter" as PlanId,
  used = 47_832,
  now = "2026-04-15T10:30:00Z",
}: {
  plan?: PlanId;
  used?: number;
  now?: string;
} = {}) {
  const gateway = testGateway();
  const test = testBackend({
    store: withUsage(memoryStore(), now.slice(0, 7), used),
    paymentGateway: gateway,
    now,
  });
  const customer = plan === "hobby" ? undefined : testCustomer;
  const { apiKey } = await test.backend.organisations.create({ plan, customer });
  const get = (path: string) => test.call(apiKey, "GET", path);
  const post = (path: string, body: object = {}) => test.call(apiKey, "POST", path, { body });
  const patch = (body: object) => test.call(apiKey, "PATCH", "/v1/billing", { body });
  const billing = async () => responseSchemas.Billing.parse((await get("/v1/billing")).body);
  const invoices = async () =>
    responseSchemas.BillingInvoicePage.parse((await get("/v1/billing/invoices")).body).data;
  /** Upgrades by a checkout that is paid. */
  const upgrade = async (to: PlanId) => {
    expect((await post("/v1/billing/checkout", { plan: to })).status).toBe(200);
    return test.backend.billing.completeCheckout(gateway.lastToken(), testCustomer);
  };
  const goTo = async (at: string) => {
    test.clock.set(at);
    await test.backend.tick();
  };
  return { ...test, gateway, get, post, patch, billing, invoices, upgrade, goTo };
}

describe("GET /v1/billing", () => {
  it("is the documentation's body, field by field", async () => {
    const { get } = await setUp();
    const { body } = await get("/v1/billing");
    expect(body).toEqual({
      plan: "starter",
      status: "active",
      price_cents: 2900,
      currency: "USD",
      current_period: { start: "2026-04-01T00:00:00Z", end: "2026-04-30T23:59:59Z" },
      quota: 200_000,
      used: 47_832,
      overage_enabled: false,
      payment_method: { type: "card", last4: "4242", brand: "visa", exp_month: 12, exp_year: 2027 },
      stripe_customer_id: "cus_abc123",
      portal_url: expect.stringMatching(/^https:\/\/billing\.stripe\.com\/p\/session\/./),
      // ours beside the documentation's
      pending_plan: null,
      pending_plan_at: null,
    });
    expect(Object.keys(body as object).slice(0, 11)).toEqual([
      "plan",
      "status",
      "price_cents",
      "currency",
      "current_period",
      "quota",
      "used",
      "overage_enabled",
      "payment_method",
      "stripe_customer_id",
      "portal_url",
    ]);
  });

  it("has neither card nor customer before anything was paid", async () => {
    const { billing } = await setUp({ plan: "hobby" });
    expect(await billing()).toMatchObject({ price_cents: 0, payment_method: null, stripe_customer_id: null });
  });
});

describe("an upgrade", () => {
  it("is offered on a page for an hour, and changes nothing until it is paid", async () => {
    const { post, billing, invoices } = await setUp();
    const response = await post("/v1/billing/checkout", { plan: "growth" });
    expect(response.body).toEqual({
      checkout_url: expect.stringMatching(/^https:\/\/checkout\.stripe\.com\/c\//),
      expires_at: "2026-04-15T11:30:00Z",
    });
    expect(await billing()).toMatchObject({ plan: "starter" });
    expect(await invoices()).toEqual([]);
  });

  it("costs what its preview said, cent for cent, whatever the day and the plans", async () => {
    const dates = fc.date({
      min: new Date("2026-01-01T00:00:00Z"),
      max: new Date("2028-12-31T23:59:59Z"),
      noInvalidDate: true,
    });
    const plans = fc.constantFrom<[PlanId, PlanId]>(
      ["hobby", "starter"],
      ["starter", "growth"],
      ["hobby", "growth"],
    );
    await fc.assert(
      fc.asyncProperty(dates, plans, async (date, [plan, to]) => {
        const { get, upgrade } = await setUp({ plan, now: date.toISOString() });
        const { body } = await get(`/v1/billing/preview?plan=${to}`);
        const { starts, due_cents, charge_cents, credit_cents } = responseSchemas.BillingPreview.parse(body);
        expect([starts, due_cents]).toEqual(["now", charge_cents - credit_cents]);
        expect((await upgrade(to))?.amountCents).toBe(due_cents);
      }),
      { numRuns: 50 },
    );
  });

  it("is previewed as nothing where nothing is due, and enterprise is by contract", async () => {
    const { get, billing } = await setUp({ plan: "growth" });
    const preview = async (plan: string) => (await get(`/v1/billing/preview?plan=${plan}`)).body;
    expect(await preview("starter")).toMatchObject({ starts: "period_end", due_cents: 0 });
    expect(await preview("growth")).toMatchObject({
      starts: "already",
      due_cents: 0,
      days: 30,
      days_left: 16,
    });
    expect((await get("/v1/billing/preview?plan=enterprise")).status).toBe(400);
    expect(await billing()).toMatchObject({ plan: "growth", pending_plan: null });
  });

  it("takes effect at once, with an invoice for the days that are left", async () => {
    const { upgrade, billing, invoices } = await setUp();
    expect(await upgrade("growth")).toMatchObject({ from: "starter", to: "growth", amountCents: 25_067 });
    expect(await billing()).toMatchObject({ plan: "growth", quota: 2_000_000, price_cents: 49_900 });
    expect(await invoices()).toEqual([
      {
        id: expect.stringMatching(/^inv_/),
        number: "CS-0001",
        status: "paid",
        period: { start: "2026-04-01T00:00:00Z", end: "2026-04-30T23:59:59Z" },
        lines: [
          {
            type: "proration",
            description: "Unused days of the Starter plan",
            quantity: 1,
            amount_cents: -1547,
          },
          {
            type: "proration",
            description: "Remaining days of the Growth plan",
            quantity: 1,
            amount_cents: 26_614,
          },
        ],
        total_cents: 25_067,
        currency: "USD",
        pdf_url: null,
        created_at: "2026-04-15T10:30:00Z",
      },
    ]);
  });

  it("happens once, by whichever of two links is paid first, also at the same moment", async () => {
    const { post, backend, gateway, invoices } = await setUp();
    const tokens: string[] = [];
    for (const plan of ["growth", "growth"]) {
      await post("/v1/billing/checkout", { plan });
      tokens.push(gateway.lastToken());
    }
    const done = await Promise.all(
      [...tokens, ...tokens].map((token) => backend.billing.completeCheckout(token, testCustomer)),
    );
    expect(done.filter((offer) => offer !== undefined).length).toBeGreaterThanOrEqual(1);
    expect(await invoices()).toHaveLength(1);
    for (const token of tokens) expect(await backend.billing.readCheckout(token)).toBeUndefined();
  });

  it("is not done by a link that was cancelled, has run out, or is another's", async () => {
    const { post, backend, gateway, clock, billing } = await setUp();
    await post("/v1/billing/checkout", { plan: "growth" });
    const cancelled = gateway.lastToken();
    expect(await backend.billing.cancelCheckout(cancelled)).toMatchObject({ to: "growth" });
    expect(await backend.billing.completeCheckout(cancelled, testCustomer)).toBeUndefined();
    await post("/v1/billing/checkout", { plan: "growth" });
    const late = gateway.lastToken();
    expect(
      await backend.billing.completeCheckout(`org_other.${late.split(".")[1]}`, testCustomer),
    ).toBeUndefined();
    clock.set("2026-04-15T11:30:00Z");
    expect(await backend.billing.completeCheckout(late, testCustomer)).toBeUndefined();
    expect(await billing()).toMatchObject({ plan: "starter" });
  });

  it("is to a higher plan that has a price", async () => {
    const { post } = await setUp();
    for (const plan of ["hobby", "starter", "enterprise"]) {
      const response = await post("/v1/billing/checkout", { plan });
      expect(response.body).toMatchObject({ error: "invalid_request", issues: [{ path: "plan" }] });
    }
    expect((await post("/v1/billing/checkout", { plan: "gold" })).body).toMatchObject({
      error: "invalid_request",
    });
  });

  it("takes back the lower plan that was chosen before", async () => {
    const { patch, upgrade, billing } = await setUp();
    await patch({ plan: "hobby" });
    await upgrade("growth");
    expect(await billing()).toMatchObject({ plan: "growth", pending_plan: null, pending_plan_at: null });
  });
});

describe("a downgrade", () => {
  it("waits for the end of the period, and keeps the quota until then", async () => {
    const { patch, billing, goTo } = await setUp({ plan: "growth" });
    const chosen = await patch({ plan: "starter" });
    expect(chosen.body).toMatchObject({
      plan: "growth",
      quota: 2_000_000,
      pending_plan: "starter",
      pending_plan_at: "2026-05-01T00:00:00Z",
    });
    await goTo("2026-04-30T23:59:59.999Z");
    expect(await billing()).toMatchObject({ plan: "growth", quota: 2_000_000 });
    await goTo("2026-05-01T00:00:00Z");
    expect(await billing()).toMatchObject({
      plan: "starter",
      quota: 200_000,
      price_cents: 2900,
      pending_plan: null,
      pending_plan_at: null,
    });
  });

  it("is taken back by choosing the present plan", async () => {
    const { patch, billing, goTo } = await setUp({ plan: "growth" });
    await patch({ plan: "hobby" });
    await patch({ plan: "growth" });
    await goTo("2026-05-01T00:00:00Z");
    expect(await billing()).toMatchObject({ plan: "growth", pending_plan: null });
  });

  it("is no upgrade: a higher plan is refused here, and nothing else of the request is done", async () => {
    const { patch, billing } = await setUp({ plan: "growth" });
    const refused = await patch({ plan: "enterprise", overage_enabled: true });
    expect(refused.body).toMatchObject({ error: "invalid_request", issues: [{ path: "plan" }] });
    expect(await billing()).toMatchObject({ overage_enabled: false });
  });

  it("takes overage away with the plan that had it", async () => {
    const { patch, billing, goTo } = await setUp({ plan: "growth" });
    await patch({ plan: "starter", overage_enabled: true });
    expect(await billing()).toMatchObject({ overage_enabled: true });
    await goTo("2026-05-01T00:00:00Z");
    expect(await billing()).toMatchObject({ plan: "starter", overage_enabled: false });
  });
});

describe("overage", () => {
  it("is for growth: elsewhere 403 plan_limit, and off is fine everywhere", async () => {
    for (const plan of ["hobby", "starter"] as const) {
      const { patch } = await setUp({ plan });
      expect((await patch({ overage_enabled: true })).body).toMatchObject({
        error: "plan_limit",
        status: 403,
        plan,
        limit: plan === "hobby" ? 20_000 : 200_000,
        upgrade_url: "https://codespar.dev/dashboard/billing",
      });
      expect((await patch({ overage_enabled: false })).status).toBe(200);
    }
  });

  it("is a line of its own on the next invoice, drafted when the month ends and paid an hour later", async () => {
    const { patch, invoices, goTo, gateway } = await setUp({ plan: "growth", used: 2_345_678 });
    await patch({ overage_enabled: true });
    await goTo("2026-05-01T00:00:00Z");
    expect(await invoices()).toMatchObject([{ status: "draft", number: "draft", total_cents: 49_900 }]);
    expect(gateway.charges).toEqual([]);
    await goTo("2026-05-01T01:00:00Z");
    const [invoice] = await invoices();
    expect(invoice).toMatchObject({
      number: "CS-0001",
      status: "paid",
      period: { start: "2026-05-01T00:00:00Z", end: "2026-05-31T23:59:59Z" },
      total_cents: 56_814,
      lines: [
        { type: "subscription", description: "Growth plan, 2026-05", quantity: 1, amount_cents: 49_900 },
        {
          type: "overage",
          description: "Tool calls beyond 2,000,000 in 2026-04, $0.20 per 1,000",
          quantity: 345_678,
          amount_cents: 6914,
        },
      ],
    });
    expect(gateway.charges).toMatchObject([{ amountCents: 56_814, customerId: "cus_abc123" }]);
  });

  it("of a last month on growth is invoiced although the next plan is free", async () => {
    const { patch, invoices, goTo } = await setUp({ plan: "growth", used: 2_001_000 });
    await patch({ overage_enabled: true, plan: "hobby" });
    await goTo("2026-05-01T01:00:00Z");
    expect(await invoices()).toMatchObject([
      { lines: [{ type: "overage", amount_cents: 20 }], total_cents: 20 },
    ]);
  });
});

describe("closing months", () => {
  it("makes one invoice a month, however often and late it is done", async () => {
    const { invoices, goTo, backend, gateway } = await setUp({ plan: "starter" });
    await goTo("2026-07-02T12:00:00Z");
    await Promise.all([backend.tick(), backend.tick(), backend.tick()]);
    const made = await invoices();
    expect(made.map(({ period }) => period.start.slice(0, 7)).sort()).toEqual([
      "2026-05",
      "2026-06",
      "2026-07",
    ]);
    expect(made.every(({ status, total_cents }) => status === "paid" && total_cents === 2900)).toBe(true);
    expect(new Set(made.map(({ number }) => number)).size).toBe(3);
    expect(gateway.charges).toHaveLength(3);
  });

  it("makes none for a plan that is free", async () => {
    const { invoices, goTo } = await setUp({ plan: "hobby" });
    await goTo("2026-07-02T12:00:00Z");
    expect(await invoices()).toEqual([]);
  });

  it("tries a declined card again after 1, 3, 5 and 7 days, and says that payment is behind", async () => {
    const { billing, invoices, goTo, gateway } = await setUp({ plan: "starter" });
    gateway.outcome = "declined";
    await goTo("2026-05-01T01:00:00Z");
    expect(await billing()).toMatchObject({ status: "past_due", plan: "starter" });
    expect(await invoices()).toMatchObject([{ status: "open" }]);
    for (const [day, charges] of [
      ["02", 2],
      ["05", 3],
      ["10", 4],
      ["17", 5],
      ["25", 5],
    ] as const) {
      await goTo(`2026-05-${day}T01:00:00Z`);
      expect(gateway.charges).toHaveLength(charges);
    }
    expect(new Set(gateway.charges.map(({ invoiceId }) => invoiceId)).size).toBe(1);
    expect(await invoices()).toMatchObject([{ status: "open" }]);
  });

  it("is paid at once when the card is changed", async () => {
    const { billing, invoices, goTo, gateway, backend, post } = await setUp({ plan: "starter" });
    gateway.outcome = "declined";
    await goTo("2026-05-01T01:00:00Z");
    gateway.outcome = "paid";
    await post("/v1/billing/portal");
    const view = await backend.billing.openPortal(gateway.lastToken());
    expect(view).toMatchObject({ status: "past_due" });
    await backend.billing.act(view?.token ?? "", { type: "change_card", customer: () => testCustomer });
    expect(await billing()).toMatchObject({ status: "active" });
    expect(await invoices()).toMatchObject([{ status: "paid" }]);
  });
});

describe("portal links", () => {
  it("work once, within 24 hours, and are another one in each response", async () => {
    const { get, post, backend, gateway, clock } = await setUp();
    const urls = new Set<unknown>();
    for (const response of [
      await get("/v1/billing"),
      await get("/v1/billing"),
      await post("/v1/billing/portal"),
    ]) {
      urls.add((response.body as { portal_url: string }).portal_url); // both bodies have it
    }
    expect(urls.size).toBe(3);
    const token = gateway.lastToken();
    const opened = await Promise.all([token, token, token].map((same) => backend.billing.openPortal(same)));
    expect(opened.filter((view) => view !== undefined)).toHaveLength(1);
    await post("/v1/billing/portal");
    clock.set("2026-04-16T10:29:59Z");
    expect(await backend.billing.openPortal(gateway.lastToken())).toMatchObject({ plan: "starter" });
    await post("/v1/billing/portal");
    clock.set("2026-04-17T10:29:59Z");
    expect(await backend.billing.openPortal(gateway.lastToken())).toBeUndefined();
  });

  it("are for keys with billing:write alone, since they change the plan and the card (attack 11)", async () => {
    const { post, call, gateway } = await setUp();
    const before = gateway.lastToken();
    const made = await post("/v1/api-keys", { scopes: ["billing:read"] });
    const { key } = responseSchemas.ApiKeyWithSecret.parse(made.body);
    const { body } = await call(key, "GET", "/v1/billing");
    expect(body).toMatchObject({ plan: "starter", portal_url: null });
    expect(gateway.lastToken()).toBe(before);
    expect((await call(key, "POST", "/v1/billing/portal", { body: {} })).status).toBe(403);
  });

  it("do not open checkouts, nor checkout links the portal", async () => {
    const { post, backend, gateway } = await setUp();
    await post("/v1/billing/portal");
    expect(await backend.billing.completeCheckout(gateway.lastToken(), testCustomer)).toBeUndefined();
    await post("/v1/billing/checkout", { plan: "growth" });
    expect(await backend.billing.openPortal(gateway.lastToken())).toBeUndefined();
  });
});

it("invoices add up to the cent through any course of plans", async () => {
  const steps = fc.array(fc.constantFrom<PlanId>("hobby", "starter", "growth"), {
    minLength: 1,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(
      steps,
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 8, maxLength: 8 }),
      async (to, days) => {
        const { billing, upgrade, patch, invoices, goTo, clock } = await setUp({ plan: "hobby", used: 0 });
        for (const [index, plan] of to.entries()) {
          await goTo(new Date(clock.now() + (days[index] ?? 1) * 86_400_000).toISOString());
          const { plan: from } = await billing();
          const order = ["hobby", "starter", "growth"];
          if (order.indexOf(plan) > order.indexOf(from)) await upgrade(plan);
          else await patch({ plan });
        }
        await goTo(new Date(clock.now() + 40 * 86_400_000).toISOString());
        const made = await invoices();
        for (const { lines, total_cents } of made) {
          expect(lines.reduce((sum, line) => sum + line.amount_cents, 0)).toBe(total_cents);
          expect(total_cents).toBeGreaterThanOrEqual(0);
          expect(lines.length).toBeGreaterThan(0);
        }
        expect(new Set(made.map(({ number }) => number)).size).toBe(made.length);
      },
    ),
    { numRuns: 40 },
  );
});
