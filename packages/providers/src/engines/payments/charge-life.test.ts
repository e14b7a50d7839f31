import type { Currency, JsonObject, PaymentMethod } from "@codespar/contract";
import { parseEndToEndId, randomHex } from "@codespar/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberAt, textAt } from "../../json/read-arguments.ts";
import { Refusal, type SimulatedServer } from "../../simulation/provider-definition.ts";
import { type Simulation, simulate } from "../../testing/simulate.ts";
import { nativeInput } from "../../tools/native-input.ts";
import { cancelCharge, chargeDue, confirmCharge, refundCharge } from "./change-charge.ts";
import { type Charge, refundedAmount } from "./charge.ts";
import { createCharge } from "./create-charge.ts";

const anything = nativeInput({});
const getId = (args: JsonObject) => textAt(args, "id") ?? "";
const plain = (charge: Charge | Refusal): JsonObject | Refusal =>
  charge instanceof Refusal ? charge : { id: charge.id };

/** The engine with nothing around it. */
const bare: SimulatedServer = {
  id: "bare",
  tools: {
    bare_create: {
      description: "",
      input: anything,
      handle: (args, context) =>
        plain(
          createCharge(context, {
            id: randomHex(context.random, 12),
            // the tests below send nothing else
            method: args.method as PaymentMethod,
            currency: args.currency as Currency,
            amount: numberAt(args, "amount") ?? 0,
            reference: textAt(args, "reference"),
            installments: numberAt(args, "installments"),
          }),
        ),
    },
    bare_confirm: {
      description: "",
      input: anything,
      handle: (args, context) => plain(confirmCharge(context, getId(args))),
    },
    bare_cancel: {
      description: "",
      input: anything,
      handle: (args, context) => plain(cancelCharge(context, getId(args))),
    },
    bare_refund: {
      description: "",
      input: anything,
      handle(args, context) {
        const id = randomHex(context.random, 8);
        const refunded = refundCharge(context, getId(args), { id, amount: numberAt(args, "amount") });
        return refunded instanceof Refusal ? refunded : plain(refunded.charge);
      },
    },
  },
  due: chargeDue,
};

const methods: readonly (readonly [PaymentMethod, Currency])[] = [
  ["pix", "BRL"],
  ["boleto", "BRL"],
  ["credit_card", "BRL"],
  ["spei", "MXN"],
  ["oxxo", "MXN"],
  ["pse", "COP"],
  ["webpay", "CLP"],
  ["wallet", "ARS"],
];
const AMOUNT = 200_000;
const terminal = new Set(["refunded", "expired", "cancelled", "failed"]);

async function create(simulation: Simulation, args: JsonObject): Promise<string> {
  const response = await simulation.call("bare_create", { amount: AMOUNT, ...args });
  if (!response.ok) throw new Error(response.message);
  return textAt(response.data, "id") ?? "";
}

function requireCharge(simulation: Simulation, id: string): Charge {
  const document = simulation.state.get({ server: "bare", account: "org_test", kind: "charge", id });
  if (document === undefined) throw new Error(`no charge ${id}`);
  // the engine's own document
  return document as unknown as Charge;
}

function expectSound(charge: Charge, now: number): void {
  const wasPaid =
    charge.status === "paid" || charge.status === "partially_refunded" || charge.status === "refunded";
  expect(charge.paidAt !== undefined).toBe(wasPaid);
  expect(refundedAmount(charge)).toBeLessThanOrEqual(charge.amount);
  expect(charge.status === "refunded").toBe(refundedAmount(charge) === charge.amount);
  expect(charge.createdAt).toBeLessThanOrEqual(charge.updatedAt);
  expect(charge.updatedAt).toBeLessThanOrEqual(now);
  if (charge.paidAt !== undefined) {
    expect(charge.createdAt).toBeLessThanOrEqual(charge.paidAt);
    expect(charge.paidAt).toBeLessThanOrEqual(charge.expiresAt ?? charge.paidAt);
    if (charge.pix !== undefined) {
      const minute = charge.paidAt - (charge.paidAt % 60_000);
      expect(parseEndToEndId(charge.pix.endToEndId ?? "")).toMatchObject({ type: "payment", at: minute });
    }
  } else {
    expect(charge.pix?.endToEndId).toBeUndefined();
  }
  for (const refund of charge.refunds) {
    expect(refund.createdAt).toBeGreaterThanOrEqual(charge.paidAt ?? Number.POSITIVE_INFINITY);
  }
}

const step = fc.oneof(
  fc.record({ do: fc.constant("confirm" as const) }),
  fc.record({ do: fc.constant("cancel" as const) }),
  fc.record({
    do: fc.constant("refund" as const),
    amount: fc.oneof(
      fc.constantFrom(undefined, 1, AMOUNT - 1, AMOUNT, AMOUNT + 1, 0),
      fc.integer({ min: -5, max: AMOUNT + 5 }),
    ),
  }),
  fc.record({
    do: fc.constant("advance" as const),
    ms: fc.oneof(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: 0, max: 5 * 86_400_000 })),
  }),
);

describe("the life of a charge", () => {
  it("stays sound whatever is done to it, and once ended stays as it is", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...methods),
        fc.constantFrom("order-1", "sandbox:never_pays", "sandbox:payment_fails"),
        fc.array(step, { maxLength: 12 }),
        fc.integer(),
        async ([method, currency], reference, steps, seed) => {
          const simulation = simulate(bare, { seed });
          const id = await create(simulation, { method, currency, reference });
          for (const action of steps) {
            const before = requireCharge(simulation, id);
            if (action.do === "advance") simulation.advance(action.ms);
            else {
              const amount = action.do === "refund" ? action.amount : undefined;
              await simulation.call(`bare_${action.do}`, amount === undefined ? { id } : { id, amount });
            }
            const after = requireCharge(simulation, id);
            expectSound(after, simulation.now());
            if (terminal.has(before.status)) expect(after).toEqual(before);
          }
          const changes = simulation.webhooks.filter((webhook) => webhook.type !== "payment.refunded");
          expect(changes.length).toBeLessThanOrEqual(1);
          expect(simulation.webhooks.length - changes.length).toBe(
            requireCharge(simulation, id).refunds.length,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it("has its documents survive JSON", async () => {
    for (const [method, currency] of methods) {
      const simulation = simulate(bare);
      const id = await create(simulation, { method, currency });
      const charge = requireCharge(simulation, id);
      expect(JSON.parse(JSON.stringify(charge))).toEqual(charge);
    }
  });

  it.each([
    ["pix", "BRL", 30_000],
    ["spei", "MXN", 120_000],
    ["wallet", "ARS", 60_000],
    ["pse", "COP", 60_000],
    ["webpay", "CLP", 60_000],
    ["oxxo", "MXN", 7_200_000],
    ["boleto", "BRL", 86_400_000],
  ])("pays %s after its usual time", async (method, currency, delay) => {
    const simulation = simulate(bare);
    const id = await create(simulation, { method, currency });
    simulation.advance(delay - 1);
    expect(requireCharge(simulation, id).status).toBe("pending");
    simulation.advance(1);
    expect(requireCharge(simulation, id)).toMatchObject({ status: "paid", paidAt: simulation.now() });
  });

  it("is paid at the planned time when the work is done late", async () => {
    const simulation = simulate(bare);
    const created = simulation.now();
    const id = await create(simulation, { method: "pix", currency: "BRL" });
    const work = simulation.state.takeDue(created + 30_000);
    simulation.advance(600_000);
    if (work !== undefined) simulation.run(work.task, work.kind, work.id);
    expect(requireCharge(simulation, id)).toMatchObject({ status: "paid", paidAt: created + 30_000 });
  });

  it("fails where a bank or wallet can say no", async () => {
    const simulation = simulate(bare);
    const id = await create(simulation, {
      method: "pse",
      currency: "COP",
      reference: "sandbox:payment_fails",
    });
    simulation.advance(60_000);
    expect(requireCharge(simulation, id).status).toBe("failed");
    expect(simulation.webhooks).toMatchObject([{ type: "payment.failed", data: { payment_id: id } }]);
  });

  it.each([
    ["oxxo", "MXN", 999],
    ["oxxo", "MXN", 1_000_001],
    ["pse", "COP", 159_999],
    ["pix", "BRL", 0],
    ["pix", "BRL", -1],
    ["pix", "BRL", 0.5],
    ["pix", "BRL", 10_000_000_000],
  ])("refuses %s in %s of %d", async (method, currency, amount) => {
    const response = await simulate(bare).call("bare_create", { method, currency, amount });
    expect(response).toMatchObject({ ok: false, code: "amount_out_of_range" });
  });

  it("draws the same payment from the same seed, and another from another", async () => {
    const draw = async (seed: number) => {
      const simulation = simulate(bare, { seed });
      return requireCharge(simulation, await create(simulation, { method: "pix", currency: "BRL" }));
    };
    expect(await draw(7)).toEqual(await draw(7));
    expect((await draw(7)).pix?.txid).not.toBe((await draw(8)).pix?.txid);
  });
});

it("takes as many installments as an acquirer does, and none for one", async () => {
  const card = { method: "credit_card", currency: "BRL", amount: 9990 };
  const simulation = simulate(bare);
  for (const [asked, kept] of [
    [0, 1],
    [12, 12],
    [48, 48],
  ] as const) {
    const made = await simulation.call("bare_create", { ...card, installments: asked });
    const id = made.ok ? getId(made.data) : "";
    expect(simulation.state.findById("charge", id)?.document).toMatchObject({ card: { installments: kept } });
  }
  for (const installments of [-1, 1.5, 49]) {
    expect(await simulation.call("bare_create", { ...card, installments })).toMatchObject({
      ok: false,
      code: "invalid_installments",
      message: `A card takes 1 to 48 installments, not ${installments}.`,
    });
  }
});
