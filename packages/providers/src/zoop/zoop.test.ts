import { nativeToolNames } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { textAt } from "../json/native-json.ts";
import { describePayments } from "../testing/describe-payments.ts";
import { simulate } from "../testing/simulate.ts";
import { zoopSimulation } from "./simulate.ts";
import { zoopTranslator } from "./translate.ts";

describePayments({
  server: zoopSimulation,
  translator: zoopTranslator,
  methods: [
    ["pix", "BRL"],
    ["boleto", "BRL"],
    ["credit_card", "BRL"],
  ],
  quirks: { waitsOn: ["pix", "boleto"], refundsWhole: ["pix", "boleto"] },
});

it("has the tools of the catalogue", () => {
  expect(Object.keys(zoopSimulation.tools)).toEqual(nativeToolNames("zoop"));
});

it("takes cents, returns reais as text and keeps a history", async () => {
  const simulation = simulate(zoopSimulation);
  const created = await simulation.call("zoop_create_pix_payment", {
    amount: 15990,
    reference_id: "order-1",
  });
  expect(created).toMatchObject({
    ok: true,
    data: {
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      amount: "159.90",
      status: "pending",
      payment_type: "pix",
      history: [{ operation_type: "created", created_at: "2026-11-20T15:00:00Z" }],
    },
  });
  simulation.advance(60_000);
  expect(await simulation.call("zoop_list_transactions", { status: "succeeded" })).toMatchObject({
    data: {
      total: "1",
      items: [{ history: [{}, { operation_type: "paid", created_at: "2026-11-20T15:00:30Z" }] }],
    },
  });
});

it("gives nothing back for an amount of 0", async () => {
  const simulation = simulate(zoopSimulation);
  const { payment_id } = await simulation.translate(zoopTranslator.pay, {
    method: "credit_card",
    amount: 5000,
    currency: "BRL",
  });
  const response = await simulation.call("zoop_refund_transaction", {
    transaction_id: payment_id,
    amount: 0,
  });
  expect(response).toMatchObject({ ok: false, code: "amount_out_of_range" });
});

it("refuses a payment type that it does not have", async () => {
  const response = await simulate(zoopSimulation).call("zoop_create_transaction", {
    amount: 100,
    payment_type: "wallet",
  });
  expect(response).toMatchObject({ ok: false, code: "invalid_request" });
});

const DAY = 86_400_000;

describe("a boleto after its due date", () => {
  /** R$ 129.90 due on a Wednesday, with R$ 3.00 and 1 % a month afterwards, R$ 2.00 less until five days before. */
  async function makeBoleto(more: object = {}) {
    const simulation = simulate(zoopSimulation);
    const made = await simulation.call("zoop_create_transaction", {
      amount: 12_990,
      payment_type: "boleto",
      reference_id: "sandbox:never_pays",
      payment_method: {
        expiration_date: "2026-12-02",
        billing_instructions: {
          late_fee: { mode: "FIXED", amount: 300 },
          interest: { mode: "MONTHLY_PERCENTAGE", percentage: 1 },
          discount: [{ mode: "FIXED", amount: 200, limit_date: "2026-11-27" }],
        },
        ...more,
      },
    });
    const id = textAt(made.ok ? made.data : undefined, "id") ?? "";
    const payAfter = async (days: number) => {
      simulation.advance(days * DAY);
      simulation.run("confirm_charge", "charge", id);
      const read = await simulation.call("zoop_get_transaction", { transaction_id: id });
      return read.ok ? [read.data.status, read.data.amount, read.data.original_amount] : read.code;
    };
    return { simulation, id, payAfter };
  }
  const limited = { payment_limit_date: "2026-12-12" };

  it("costs less before, the same on the day, and more for each day afterwards", async () => {
    const before = await makeBoleto(limited);
    expect(await before.payAfter(3)).toEqual(["succeeded", "127.90", "129.90"]);
    const onTheDay = await makeBoleto(limited);
    expect(await onTheDay.payAfter(12)).toEqual(["succeeded", "129.90", "129.90"]);
    // R$ 3.00 and ten days of R$ 1.299 a month
    const late = await makeBoleto(limited);
    expect(await late.payAfter(22)).toEqual(["succeeded", "133.33", "129.90"]);
  });

  it("waits until the last day on which it can be paid, and is given back as it was paid", async () => {
    const { simulation, id, payAfter } = await makeBoleto(limited);
    simulation.advance(20 * DAY);
    const get = { action: "get", payment_id: id } as const;
    expect(await simulation.translate(zoopTranslator.pay, get)).toMatchObject({ status: "pending" });
    await payAfter(2);
    expect(await simulation.translate(zoopTranslator.pay, get)).toMatchObject({
      status: "paid",
      amount: 13_333,
    });
    const refund = { action: "refund", payment_id: id } as const;
    expect(await simulation.translate(zoopTranslator.pay, refund)).toMatchObject({
      status: "refunded",
      amount: 13_333,
      refunds: [{ amount: 13_333 }],
    });
  });

  it("is over where nothing is said of it", async () => {
    const { payAfter } = await makeBoleto({ billing_instructions: undefined });
    expect(await payAfter(15)).toEqual(["canceled", "129.90", "129.90"]);
  });
});

it("holds a card, captures it once, and shows each step in its history", async () => {
  const simulation = simulate(zoopSimulation);
  const made = await simulation.call("zoop_create_transaction", {
    amount: 12_990,
    payment_type: "credit",
    capture: false,
  });
  const transaction_id = textAt(made.ok ? made.data : undefined, "id") ?? "";
  expect(made).toMatchObject({ data: { status: "pre_authorized", captured: false } });
  expect(await simulation.call("zoop_capture_transaction", { transaction_id, amount: 10_000 })).toMatchObject(
    {
      data: {
        status: "succeeded",
        captured: true,
        amount: "100.00",
        original_amount: "129.90",
        history: [
          { operation_type: "created" },
          { operation_type: "pre_authorization" },
          { operation_type: "capture", amount: "100.00" },
        ],
      },
    },
  );
  expect(await simulation.call("zoop_refund_transaction", { transaction_id, amount: 4_000 })).toMatchObject({
    data: { status: "succeeded", amount: "60.00", voided: false },
  });
  expect(await simulation.call("zoop_refund_transaction", { transaction_id, amount: 6_000 })).toMatchObject({
    data: { status: "canceled", amount: "0.00", voided: true },
  });
  const get = { action: "get", payment_id: transaction_id } as const;
  expect(await simulation.translate(zoopTranslator.pay, get)).toMatchObject({
    status: "refunded",
    amount: 10_000,
    refunds: [{ amount: 4_000 }, { amount: 6_000 }],
  });
});
