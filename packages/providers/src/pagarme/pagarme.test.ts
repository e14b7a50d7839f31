import { nativeToolNames } from "@codespar/contract";
import { expect, it } from "vitest";
import { describeCheckout } from "../testing/describe-checkout.ts";
import { describePayments } from "../testing/describe-payments.ts";
import { simulate } from "../testing/simulate.ts";
import { pagarmeSimulation } from "./simulate.ts";
import { pagarmeTranslator } from "./translate.ts";

describePayments({
  server: pagarmeSimulation,
  translator: pagarmeTranslator,
  methods: [
    ["pix", "BRL"],
    ["boleto", "BRL"],
    ["credit_card", "BRL"],
  ],
});

describeCheckout({ server: pagarmeSimulation, translator: pagarmeTranslator, currencies: ["BRL"] });

it("has the tools of the catalogue", () => {
  expect(Object.keys(pagarmeSimulation.tools)).toEqual(nativeToolNames("pagarme"));
});

it("speaks cents, UTC and its own ids", async () => {
  const simulation = simulate(pagarmeSimulation);
  const response = await simulation.call("pagarme_create_order", {
    code: "order-1",
    items: [{ code: "sku", description: "Camiseta", quantity: 3, amount: 5330 }],
    payments: [{ payment_method: "pix", pix: { expires_in: 600 } }],
  });
  expect(response).toMatchObject({
    ok: true,
    data: {
      id: expect.stringMatching(/^or_[0-9A-Za-z]{16}$/),
      code: "order-1",
      amount: 15990,
      status: "pending",
      charges: [
        {
          id: expect.stringMatching(/^ch_[0-9A-Za-z]{16}$/),
          amount: 15990,
          created_at: "2026-11-20T15:00:00Z",
          last_transaction: { status: "waiting_payment", expires_at: "2026-11-20T15:10:00Z" },
        },
      ],
    },
  });
  const orders = await simulation.call("pagarme_list_orders", { code: "order-1" });
  expect(orders).toMatchObject({ data: { paging: { total: 1 } } });
});

it("reads an order back by its own id", async () => {
  const simulation = simulate(pagarmeSimulation);
  await simulation.translate(pagarmeTranslator.pay, { method: "boleto", amount: 15990, currency: "BRL" });
  const [order] = [...simulation.state.list("pagarme", "org_test", "order")];
  const charge = await simulation.call("pagarme_get_charge", { charge_id: String(order?.charge) });
  expect(charge).toMatchObject({ data: { amount: 15990, last_transaction: { status: "generated" } } });
  const orderId = charge.ok ? String(charge.data.order_id) : "";
  expect(await simulation.call("pagarme_get_order", { order_id: orderId })).toMatchObject({
    data: { id: orderId, charges: [{ id: order?.charge }] },
  });
});

it("refuses a due date that has passed", async () => {
  for (const method of ["pix", "boleto"] as const) {
    const payment = simulate(pagarmeSimulation).translate(pagarmeTranslator.pay, {
      method,
      amount: 15990,
      currency: "BRL",
      due_date: "2026-11-19",
    });
    await expect(payment).rejects.toMatchObject({ code: "invalid_due_date" });
  }
});

it("names the network's code when a card is declined", async () => {
  const payment = simulate(pagarmeSimulation).translate(pagarmeTranslator.pay, {
    method: "credit_card",
    amount: 15990,
    currency: "BRL",
    card_token: "tok_chargeDeclinedInsufficientFunds",
  });
  await expect(payment).rejects.toMatchObject({ code: "card_declined", providerCode: "51" });
});

it("counts in its balance what was paid and not given back", async () => {
  const simulation = simulate(pagarmeSimulation);
  const { payment_id } = await simulation.translate(pagarmeTranslator.pay, {
    method: "pix",
    amount: 5000,
    currency: "BRL",
  });
  simulation.advance(60_000);
  await simulation.translate(pagarmeTranslator.pay, { action: "refund", payment_id, amount: 1000 });
  expect(await simulation.call("pagarme_get_balance", { recipient_id: "re_1" })).toMatchObject({
    data: { available_amount: 4000 },
  });
});

it("transfers to the recipient's bank no more than there is", async () => {
  const simulation = simulate(pagarmeSimulation);
  await simulation.translate(pagarmeTranslator.pay, { method: "pix", amount: 5000, currency: "BRL" });
  simulation.advance(60_000);
  const transfer = { recipient_id: "re_1", metadata: { week: "48" } };
  expect(await simulation.call("pagarme_create_transfer", { ...transfer, amount: 5001 })).toMatchObject({
    ok: false,
    code: "insufficient_funds",
  });
  expect(await simulation.call("pagarme_create_transfer", { ...transfer, amount: 3000 })).toMatchObject({
    data: { id: expect.stringMatching(/^tran_/), amount: 3000, metadata: { week: "48" } },
  });
  expect(await simulation.call("pagarme_get_balance", { recipient_id: "re_1" })).toMatchObject({
    data: { available_amount: 2000, transferred_amount: 3000, payment_profile_id: null },
  });
});

it("refuses a page that ends in the past or beyond ten years", async () => {
  const link = {
    name: "Pedido 1",
    type: "order",
    payment_settings: { accepted_payment_methods: ["pix"] },
    cart_settings: { items: [{ name: "Camiseta", amount: 5000, default_quantity: 1 }] },
  };
  for (const expires_in of [-5, 0, 5_300_000, 1e15]) {
    expect(
      await simulate(pagarmeSimulation).call("pagarme_create_payment_link", { ...link, expires_in }),
    ).toMatchObject({ ok: false, code: "invalid_due_date" });
  }
  expect(
    await simulate(pagarmeSimulation).call("pagarme_create_payment_link", { ...link, expires_in: 60 }),
  ).toMatchObject({
    data: { expires_at: "2026-11-20T16:00:00Z" },
  });
});
