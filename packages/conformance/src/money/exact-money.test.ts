import { currencies, maxAmount, routing, totalAmount } from "@codespar/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apiKey, listEffects, moneyWorld } from "./money-world.ts";

/** Enough of them to meet every digit pattern, few enough for each change. */
const runs = process.env.CODESPAR_SOAK === undefined ? 40 : 2000;
const amounts = fc.oneof(
  fc.integer({ min: 1, max: maxAmount }),
  fc.constantFrom(1, 99, 100, 101, 1005, 2 ** 31, maxAmount - 1, maxAmount),
);

/** Every payment that is routed somewhere: currency, method, and the provider that does it. */
const routes = currencies.flatMap((currency) =>
  Object.entries(routing.pay[currency]).flatMap(([method, providers]) =>
    providers.map((provider) => ({ currency, method, provider })),
  ),
);

async function everything() {
  const world = moneyWorld({ plan: "enterprise" });
  return { ...world, session: await world.codespar.sessions.create({ preset: "all" }) };
}

describe("exact money", () => {
  it("comes back from every provider, in every currency, as it was sent", async () => {
    const { session } = await everything();
    const tried = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...routes), amounts, async (route, drawn) => {
        // Colombia is paid in whole pesos
        const amount = route.currency === "COP" ? Math.ceil(drawn / 100) * 100 : drawn;
        const args = {
          ...route,
          amount,
          ...(route.method.endsWith("_card") ? { card_token: "tok_visa" } : {}),
        };
        const result = await session
          // the schema has the last word on which of these need more, not the compiler
          .execute({ name: "codespar_pay", arguments: args as never })
          .catch((error: { code: string }) => ({ success: false as const, error, data: null }));
        // a provider may have bounds or needs of its own; what it takes, it takes exactly
        if (!result.success) return;
        tried.add(`${route.currency} ${route.provider}`);
        const { amount: told, currency } = result.data as { amount: number; currency: string };
        expect({ told, currency }).toEqual({ told: amount, currency: route.currency });
      }),
      { numRuns: runs * 10, seed: 6 },
    );
    for (const currency of currencies) {
      expect(
        [...tried].some((route) => route.startsWith(currency)),
        currency,
      ).toBe(true);
    }
  });

  it("is split into instalments that add up", async () => {
    const { session } = await everything();
    const cards = routes.filter(({ method, currency }) => method === "credit_card" && currency === "BRL");
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cards),
        fc.integer({ min: 1200, max: 100_000_000 }),
        fc.integer({ min: 1, max: 12 }),
        async ({ provider }, amount, count) => {
          const result = await session.execute({
            name: "codespar_pay",
            arguments: {
              method: "credit_card",
              currency: "BRL",
              card_token: "tok_visa",
              amount,
              installments: count,
              provider,
            },
          });
          if (!result.success) return;
          const parcels = result.data.card?.installments ?? [];
          expect(parcels).toHaveLength(count);
          expect(parcels.reduce((sum, parcel) => sum + parcel.amount, 0)).toBe(amount);
          const [first, ...rest] = parcels.map((parcel) => parcel.amount);
          // the remainder is in the first, and is smaller than a unit for each parcel
          for (const other of rest) expect((first ?? 0) - other).toBeLessThan(count);
          for (const parcel of parcels) expect(Number.isSafeInteger(parcel.amount)).toBe(true);
        },
      ),
      { numRuns: runs, seed: 6 },
    );
  });

  it("adds items up as whole-number arithmetic does", () => {
    const item = fc.record({
      quantity: fc.integer({ min: 1, max: 9_999_999 }).map((tenThousandths) => tenThousandths / 10_000),
      unit_amount: fc.integer({ min: 1, max: 9_999_999 }),
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 20 }), (items) => {
        const exact = items.reduce((total, { quantity, unit_amount }) => {
          const tenThousandths = BigInt(Math.round(quantity * 10_000)) * BigInt(unit_amount);
          return total + (tenThousandths * 2n + 10_000n) / 20_000n;
        }, 0n);
        expect(BigInt(totalAmount(items))).toBe(exact);
      }),
      { numRuns: runs * 50, seed: 6 },
    );
  });

  it("adds partial refunds up to what was paid and no further", async () => {
    const { session, sandbox } = await everything();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 500, max: 1_000_000 }), fc.nat(), async (amount, cut) => {
        const pay = (args: object) => session.execute({ name: "codespar_pay", arguments: args as never });
        const paid = await pay({ method: "pix", amount, currency: "BRL", provider: "asaas" });
        const { payment_id } = paid.data as { payment_id: string };
        await sandbox.payments.confirm(payment_id);
        const part = 1 + (cut % (amount - 1));
        await pay({ action: "refund", payment_id, amount: part });
        const tooMuch = await pay({ action: "refund", payment_id, amount: amount - part + 1 });
        expect(tooMuch.success).toBe(false);
        const rest = await pay({ action: "refund", payment_id });
        const { refunds, status } = rest.data as { refunds: { amount: number }[]; status: string };
        expect(refunds.reduce((sum, refund) => sum + refund.amount, 0)).toBe(amount);
        expect(status).toBe("refunded");
      }),
      { numRuns: runs, seed: 6 },
    );
  });
});

describe("what is no whole number of minor units", () => {
  // JSON as it stands on the wire: what a client's own checks would stop must not get through either
  const bad = [
    "99.9",
    "0.1",
    '"5e3"',
    '"5000"',
    '"50,00"',
    "-1",
    "0",
    "-0",
    "1e400",
    "9007199254740993",
    "10000000000",
    "null",
    "true",
    "[5000]",
    '{"value":5000}',
    "5000.0000001",
    "1e-7",
  ];
  const places = [
    ["codespar_pay", (amount: string) => `{"method":"pix","currency":"BRL","amount":${amount}}`],
    ["codespar_checkout", (amount: string) => `{"currency":"BRL","amount":${amount}}`],
    [
      "codespar_checkout",
      (amount: string) =>
        `{"currency":"BRL","items":[{"description":"a","quantity":1,"unit_amount":${amount}}]}`,
    ],
    [
      "codespar_invoice",
      (amount: string) =>
        `{"type":"nfe","customer":{"name":"Ana Souza","document":"11144477735","address":{"postal_code":"01310-100","number":"1578"}},"items":[{"description":"a","quantity":1,"unit_amount":${amount}}]}`,
    ],
  ] as const;

  it("is refused by field, with nothing charged and nothing done", async () => {
    const { sandbox, codespar, session } = await everything();
    for (const [name, args] of places) {
      for (const amount of bad) {
        const response = await sandbox.handle({
          method: "POST",
          path: `/v1/sessions/${session.id}/execute`,
          headers: { authorization: `Bearer ${apiKey}` },
          body: `{"name":"${name}","arguments":${args(amount)}}`,
        });
        expect([name, amount, response.status]).toEqual([name, amount, 400]);
        const { error, issues } = JSON.parse(String(response.body));
        expect(error).toBe("invalid_arguments");
        expect(issues[0].path).toMatch(/amount$/);
      }
    }
    expect(listEffects(sandbox)).toEqual([]);
    expect((await codespar.usage.get()).used).toBe(0);
  });

  it("is refused by the SDK where JSON would falsify it", async () => {
    const { sandbox, session } = await everything();
    for (const amount of [Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 60)]) {
      const args = { method: "pix", currency: "BRL", amount } as const;
      await expect(session.execute({ name: "codespar_pay", arguments: args })).rejects.toThrow();
    }
    expect(sandbox.calls).toEqual([]);
  });
});
