import { nativeToolNames } from "@codespar/contract";
import { expect, it } from "vitest";
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
      total: 1,
      items: [{ history: [{}, { operation_type: "paid", created_at: "2026-11-20T15:00:30Z" }] }],
    },
  });
});

it("closes nothing that is paid when it is told to give nothing back", async () => {
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
  expect(response).toMatchObject({ ok: false, code: "payment_not_pending" });
});

it("refuses a payment type that it does not have", async () => {
  const response = await simulate(zoopSimulation).call("zoop_create_transaction", {
    amount: 100,
    payment_type: "wallet",
  });
  expect(response).toMatchObject({ ok: false, code: "invalid_request" });
});
