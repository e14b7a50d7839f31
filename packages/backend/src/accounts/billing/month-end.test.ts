import { isUpgrade, type PlanId, plans } from "@codespar/contract";
import { responseSchemas } from "@codespar/contract/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testBackend } from "../../testing/test-backend.ts";
import { testCustomer, testGateway } from "../../testing/test-gateway.ts";

const hour = 3_600_000;
const mayFirst = Date.UTC(2026, 4, 1);
const getPrice = (plan: PlanId) => plans[plan].price_cents ?? 0;

async function setUp(plan: PlanId, at: number) {
  const gateway = testGateway();
  const test = testBackend({ paymentGateway: gateway, now: new Date(at).toISOString() });
  const { apiKey } = await test.backend.organisations.create({
    plan,
    ...(plan === "hobby" ? {} : { customer: testCustomer }),
  });
  const call = (method: string, path: string, body?: object) => test.call(apiKey, method, path, { body });
  return {
    ...test,
    set: (to: number) => test.clock.set(to),
    async upgrade(to: PlanId) {
      const { status } = await call("POST", "/v1/billing/checkout", { plan: to });
      if (status !== 200) return false;
      return (await test.backend.billing.completeCheckout(gateway.lastToken(), testCustomer)) !== undefined;
    },
    openCheckout: async (to: PlanId) => {
      await call("POST", "/v1/billing/checkout", { plan: to });
      return gateway.lastToken();
    },
    choose: async (to: PlanId) => (await call("PATCH", "/v1/billing", { plan: to })).status === 200,
    async invoices() {
      const { body } = await call("GET", "/v1/billing/invoices?limit=100");
      return responseSchemas.BillingInvoicePage.parse(body).data;
    },
    async plan() {
      return responseSchemas.Billing.parse((await call("GET", "/v1/billing")).body).plan;
    },
  };
}

describe("an upgrade that is paid around the end of a month", () => {
  it("seconds after midnight, before the tick, is invoiced once (attack 4)", async () => {
    const { set, openCheckout, backend, invoices } = await setUp("hobby", mayFirst - 60_000);
    const token = await openCheckout("growth");
    set(mayFirst + 10_000);
    await backend.billing.completeCheckout(token, testCustomer);
    await backend.tick();
    set(mayFirst + 2 * hour);
    await backend.tick();
    const made = await invoices();
    expect(made.map(({ period, total_cents }) => [period.start, total_cents])).toEqual([
      ["2026-05-01T00:00:00Z", getPrice("growth")],
    ]);
  });

  it("an hour before it costs a day of the old month, and the new month in full", async () => {
    const { set, upgrade, backend, invoices } = await setUp("hobby", mayFirst - hour);
    expect(await upgrade("growth")).toBe(true);
    for (const later of [10_000, 2 * hour]) {
      set(mayFirst + later);
      await backend.tick();
    }
    const made = (await invoices()).map(({ period, total_cents }) => [period.start.slice(0, 7), total_cents]);
    expect(made).toEqual([
      ["2026-05", getPrice("growth")],
      ["2026-04", Math.round(getPrice("growth") / 30)],
    ]);
  });
});

/** What may happen around the end of April, in any order. */
const step = fc.record({
  // from a day and a half before to a day and a half after, mostly within minutes of midnight
  at: fc.oneof(fc.integer({ min: -36 * 60, max: 36 * 60 }), fc.integer({ min: -5, max: 5 })),
  do: fc.oneof(
    { weight: 3, arbitrary: fc.constant("tick" as const) },
    { weight: 4, arbitrary: fc.constantFrom("upgrade starter" as const, "upgrade growth" as const) },
    { weight: 3, arbitrary: fc.constantFrom("choose hobby" as const, "choose starter" as const) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("two upgrades at once" as const, "tick and upgrade at once" as const),
    },
  ),
});

/** What is to be paid, computed from nothing but the plan's prices: each month in full, and upgrades by the days that are left. */
class Model {
  readonly owed = new Map<string, number>();
  plan: PlanId;
  #pending: PlanId | undefined;
  #month = 3;

  constructor(plan: PlanId) {
    this.plan = plan;
  }

  /** Begins the months up to this moment. */
  goTo(at: number): void {
    const month = new Date(at).getUTCMonth();
    while (this.#month < month) {
      this.#month += 1;
      this.plan = this.#pending ?? this.plan;
      this.#pending = undefined;
      this.#owe(this.#month, getPrice(this.plan));
    }
  }

  upgrade(to: PlanId, at: number): void {
    if (!isUpgrade(this.plan, to)) return;
    const date = new Date(at);
    const days = new Date(Date.UTC(2026, date.getUTCMonth() + 1, 0)).getUTCDate();
    const left = days - date.getUTCDate() + 1;
    this.#owe(date.getUTCMonth(), Math.round(((getPrice(to) - getPrice(this.plan)) * left) / days));
    this.plan = to;
    this.#pending = undefined;
  }

  choose(to: PlanId): void {
    if (isUpgrade(this.plan, to)) return;
    this.#pending = to === this.plan ? undefined : to;
  }

  #owe(month: number, cents: number): void {
    const period = `2026-${String(month + 1).padStart(2, "0")}`;
    if (cents > 0) this.owed.set(period, (this.owed.get(period) ?? 0) + cents);
  }
}

describe("whatever happens around the end of a month, and in whatever order", () => {
  it("every month and every upgrade is invoiced once, and the plan is the one that was chosen last", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<PlanId>("hobby", "starter", "growth"),
        fc.array(step, { minLength: 1, maxLength: 10 }),
        async (first, steps) => {
          const world = await setUp(first, mayFirst - 48 * hour);
          const model = new Model(first);
          for (const { at: minutes, do: action } of steps.toSorted((a, b) => a.at - b.at)) {
            const at = mayFirst + minutes * 60_000;
            world.set(at);
            model.goTo(at);
            if (action === "tick") await world.backend.tick();
            if (action === "upgrade starter" || action === "upgrade growth") {
              const to = action === "upgrade starter" ? "starter" : "growth";
              model.upgrade(to, at);
              await world.upgrade(to);
            }
            if (action === "choose hobby" || action === "choose starter") {
              const to = action === "choose hobby" ? "hobby" : "starter";
              model.choose(to);
              await world.choose(to);
            }
            if (action === "two upgrades at once") {
              const tokens = [await world.openCheckout("growth"), await world.openCheckout("growth")];
              model.upgrade("growth", at);
              await Promise.all(
                tokens.map((token) => world.backend.billing.completeCheckout(token, testCustomer)),
              );
            }
            if (action === "tick and upgrade at once") {
              const token = await world.openCheckout("growth");
              model.upgrade("growth", at);
              await Promise.all([
                world.backend.tick(),
                world.backend.billing.completeCheckout(token, testCustomer),
              ]);
            }
          }
          const end = Date.UTC(2026, 5, 1, 12);
          for (const at of [end - hour, end]) {
            world.set(at);
            model.goTo(at);
            await world.backend.tick();
          }
          const invoiced = new Map<string, number>();
          for (const { period, total_cents, status } of await world.invoices()) {
            expect(status).toBe("paid");
            const month = period.start.slice(0, 7);
            invoiced.set(month, (invoiced.get(month) ?? 0) + total_cents);
          }
          expect(Object.fromEntries(invoiced)).toEqual(Object.fromEntries(model.owed));
          expect(await world.plan()).toBe(model.plan);
        },
      ),
      { numRuns: 150 },
    );
  });
});
