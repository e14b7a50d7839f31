import { nativeToolNames } from "@codespar/contract";
import { expect, it } from "vitest";
import { describeCheckout } from "../testing/describe-checkout.ts";
import { describePayments } from "../testing/describe-payments.ts";
import { simulate } from "../testing/simulate.ts";
import { mercadopagoSimulation } from "./simulate.ts";
import { mercadopagoTranslator } from "./translate.ts";

describePayments({
  server: mercadopagoSimulation,
  translator: mercadopagoTranslator,
  methods: [
    ["pix", "BRL"],
    ["boleto", "BRL"],
    ["credit_card", "BRL"],
    ["debit_card", "BRL"],
    ["wallet", "BRL"],
    ["spei", "MXN"],
    ["oxxo", "MXN"],
    ["credit_card", "MXN"],
    ["debit_card", "MXN"],
    ["wallet", "MXN"],
    ["credit_card", "ARS"],
    ["debit_card", "ARS"],
    ["wallet", "ARS"],
    ["pse", "COP"],
    ["credit_card", "COP"],
    ["debit_card", "COP"],
    ["wallet", "COP"],
    ["credit_card", "CLP"],
    ["debit_card", "CLP"],
    ["wallet", "CLP"],
  ],
});

describeCheckout({
  server: mercadopagoSimulation,
  translator: mercadopagoTranslator,
  currencies: ["BRL", "MXN", "ARS", "COP", "CLP"],
});

it("has the tools of the catalogue", () => {
  expect(Object.keys(mercadopagoSimulation.tools)).toEqual(nativeToolNames("mercadopago"));
});

it("speaks major units, numeric ids and local times, and nothing looks live", async () => {
  const response = await simulate(mercadopagoSimulation).call("mercadopago_create_payment", {
    transaction_amount: 159.9,
    payment_method_id: "pix",
  });
  expect(response).toMatchObject({
    ok: true,
    data: {
      id: expect.any(Number),
      status: "pending",
      status_detail: "pending_waiting_transfer",
      transaction_amount: 159.9,
      currency_id: "BRL",
      date_created: "2026-11-20T12:00:00.000-03:00",
      live_mode: false,
      point_of_interaction: { transaction_data: { qr_code: expect.stringContaining("5406159.90") } },
    },
  });
});

it("has pesos without cents in Chile", async () => {
  const simulation = simulate(mercadopagoSimulation);
  const { payment_id } = await simulation.translate(mercadopagoTranslator.pay, {
    method: "credit_card",
    amount: 15990,
    currency: "CLP",
  });
  expect(await simulation.call("mercadopago_get_payment", { id: payment_id })).toMatchObject({
    data: { transaction_amount: 15990, currency_id: "CLP" },
  });
});

it("reports a declined card as a rejected payment, which is a refusal to the caller", async () => {
  const simulation = simulate(mercadopagoSimulation);
  const token = "tok_chargeDeclinedInsufficientFunds";
  const native = { transaction_amount: 50, payment_type_id: "credit_card", token };
  expect(await simulation.call("mercadopago_create_payment", native)).toMatchObject({
    ok: true,
    data: { status: "rejected", status_detail: "cc_rejected_insufficient_amount" },
  });
  await expect(
    simulation.translate(mercadopagoTranslator.pay, {
      method: "credit_card",
      amount: 5000,
      currency: "ARS",
      card_token: token,
    }),
  ).rejects.toMatchObject({ code: "card_declined", providerCode: "cc_rejected_insufficient_amount" });
});

it("has a page paid by a method that takes its amount", async () => {
  const simulation = simulate(mercadopagoSimulation);
  const order = { amount: 19_470, currency: "COP" } as const;
  await simulation.translate(mercadopagoTranslator.checkout, order);
  simulation.advance(120_000);
  expect(simulation.webhooks).toMatchObject([
    { type: "payment.confirmed", data: { method: "credit_card", amount: 19_470 } },
    { type: "checkout.completed", data: { method: "credit_card" } },
  ]);
  await expect(
    simulation.translate(mercadopagoTranslator.checkout, { ...order, payment_methods: ["pse"] }),
  ).rejects.toMatchObject({ code: "amount_out_of_range" });
});

it("reports a wallet payment that failed", async () => {
  const simulation = simulate(mercadopagoSimulation);
  const { payment_id } = await simulation.translate(mercadopagoTranslator.pay, {
    method: "wallet",
    amount: 5000,
    currency: "MXN",
    reference: "sandbox:payment_fails",
  });
  simulation.advance(60_000);
  expect(await simulation.translate(mercadopagoTranslator.pay, { action: "get", payment_id })).toMatchObject({
    status: "failed",
  });
  expect(simulation.webhooks).toMatchObject([
    { type: "payment.failed", data: { payment_id, currency: "MXN" } },
  ]);
});

it("keeps a boleto open until its due date ends", async () => {
  const simulation = simulate(mercadopagoSimulation);
  const boleto = await simulation.translate(mercadopagoTranslator.pay, {
    method: "boleto",
    amount: 15990,
    currency: "BRL",
    due_date: "2026-12-10",
  });
  expect(boleto).toMatchObject({ expires_at: "2026-12-11T02:59:59Z", boleto: { due_date: "2026-12-10" } });
  expect(boleto.boleto?.barcode.slice(5, 9)).toBe("1656");
  const late = { method: "boleto", amount: 15990, currency: "BRL", due_date: "2026-11-19" } as const;
  await expect(simulation.translate(mercadopagoTranslator.pay, late)).rejects.toMatchObject({
    code: "invalid_due_date",
  });
});

it("refuses a method of another country", async () => {
  const payment = { transaction_amount: 50, currency_id: "MXN", payment_method_id: "pix" };
  expect(await simulate(mercadopagoSimulation).call("mercadopago_create_payment", payment)).toMatchObject({
    ok: false,
    code: "invalid_request",
  });
});

it("finds payments by the caller's reference", async () => {
  const simulation = simulate(mercadopagoSimulation);
  for (const reference of ["order-1", "order-2"]) {
    await simulation.translate(mercadopagoTranslator.pay, {
      method: "pix",
      amount: 5000,
      currency: "BRL",
      reference,
    });
  }
  const found = await simulation.call("mercadopago_search_payments", { external_reference: "order-2" });
  expect(found).toMatchObject({
    data: { paging: { total: 1 }, results: [{ external_reference: "order-2" }] },
  });
});

it("makes and reads a preference in its own words", async () => {
  const simulation = simulate(mercadopagoSimulation);
  const items = [{ title: "Camiseta", quantity: 2, unit_price: 49.95, currency_id: "BRL" }];
  const made = await simulation.call("mercadopago_create_preference", { items });
  if (!made.ok) throw new Error(made.message);
  expect(made.data).toMatchObject({ id: expect.stringMatching(/^\d+-[0-9a-f-]{36}$/), items });
  const { id = "" } = made.data;
  expect(await simulation.call("mercadopago_get_preference", { id })).toEqual(made);
  simulation.advance(120_000);
  expect(await simulation.call("mercadopago_get_balance", {})).toMatchObject({
    // R$ 99.90 less 0.99 %
    data: { available_balance: 98.91, unavailable_balance: 0 },
  });
});
