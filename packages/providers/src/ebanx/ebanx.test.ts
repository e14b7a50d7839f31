import { nativeToolNames } from "@codespar/contract";
import { expect, it } from "vitest";
import { describePayments } from "../testing/describe-payments.ts";
import { simulate } from "../testing/simulate.ts";
import { ebanxSimulation } from "./simulate.ts";
import { ebanxTranslator } from "./translate.ts";

const customer = { name: "Maria Exemplo", email: "maria@example.com", document: "529.982.247-25" };

describePayments({
  server: ebanxSimulation,
  translator: ebanxTranslator,
  methods: [
    ["pix", "BRL"],
    ["boleto", "BRL"],
    ["credit_card", "BRL"],
    ["spei", "MXN"],
    ["credit_card", "MXN"],
    ["credit_card", "ARS"],
    ["pse", "COP"],
    ["credit_card", "COP"],
    ["credit_card", "CLP"],
  ],
  customer,
});

it("has the tools of the catalogue", () => {
  expect(Object.keys(ebanxSimulation.tools)).toEqual(nativeToolNames("ebanx"));
});

it("writes amounts as its currency does", async () => {
  const simulation = simulate(ebanxSimulation);
  for (const [currency_code, amount_total, shown] of [
    ["BRL", 159.9, "159.90"],
    ["CLP", 15990, "15990"],
  ] as const) {
    const payment = {
      payment_type_code: "creditcard",
      merchant_payment_code: `order-${currency_code}`,
      currency_code,
      amount_total,
    };
    expect(await simulation.call("ebanx_create_payment", { payment })).toMatchObject({
      ok: true,
      data: {
        status: "SUCCESS",
        payment: {
          hash: expect.stringMatching(/^[0-9a-f]{48}$/),
          status: "CO",
          amount_ext: shown,
          open_date: "2026-11-20 15:00:00",
        },
      },
    });
  }
  expect(await simulation.call("ebanx_list_payments", { status: "CO" })).toMatchObject({
    data: { total: 2 },
  });
});

it("takes a payment type only where it exists", async () => {
  const payment = {
    payment_type_code: "pix",
    currency_code: "MXN",
    merchant_payment_code: "a",
    amount_total: 1,
  };
  expect(await simulate(ebanxSimulation).call("ebanx_create_payment", { payment })).toMatchObject({
    ok: false,
    code: "invalid_request",
  });
});

it("keeps due dates as days where the payer is", async () => {
  const simulation = simulate(ebanxSimulation);
  const bankBoleto = {
    method: "boleto",
    amount: 15990,
    currency: "BRL",
    due_date: "2026-12-10",
    customer,
  } as const;
  expect(await simulation.translate(ebanxTranslator.pay, bankBoleto)).toMatchObject({
    expires_at: "2026-12-11T02:59:59Z",
    boleto: { due_date: "2026-12-10" },
  });
  const transfer = {
    method: "spei",
    amount: 15990,
    currency: "MXN",
    due_date: "2026-12-10",
    customer,
  } as const;
  expect(await simulation.translate(ebanxTranslator.pay, transfer)).toMatchObject({
    expires_at: "2026-12-11T05:59:59Z",
  });
});

it("refuses what PSE does not take", async () => {
  const payment = simulate(ebanxSimulation).translate(ebanxTranslator.pay, {
    method: "pse",
    amount: 159_900,
    currency: "COP",
    customer,
  });
  await expect(payment).rejects.toMatchObject({ code: "amount_out_of_range" });
});

it("says when the payer's bank refused", async () => {
  const simulation = simulate(ebanxSimulation);
  const { payment_id } = await simulation.translate(ebanxTranslator.pay, {
    method: "pse",
    amount: 500_000,
    currency: "COP",
    reference: "sandbox:payment_fails",
    customer,
  });
  simulation.advance(3_600_000);
  const failed = await simulation.translate(ebanxTranslator.pay, { action: "get", payment_id });
  expect(failed.status).toBe("failed");
});

it("refuses a second payment with the same code, and finds the first one by it", async () => {
  const simulation = simulate(ebanxSimulation);
  const payment = {
    payment_type_code: "pix",
    currency_code: "BRL",
    merchant_payment_code: "code-1",
    order_number: "order-1",
    amount_total: 159.9,
  };
  const made = await simulation.call("ebanx_create_payment", { payment });
  expect(await simulation.call("ebanx_create_payment", { payment })).toMatchObject({
    ok: false,
    providerCode: "BP-DR-0",
    message:
      "Payment already exists with merchant_payment_code: code-1 (created on 2026-11-20 15:00:00, status is PE)",
  });
  expect(await simulation.call("ebanx_get_payment", { merchant_payment_code: "code-1" })).toEqual(made);
});

it("shows a declined card as a payment that is cancelled", async () => {
  const payment = {
    payment_type_code: "creditcard",
    currency_code: "BRL",
    merchant_payment_code: "code-1",
    amount_total: 159.9,
    creditcard: { token: "tok_chargeDeclined" },
  };
  expect(await simulate(ebanxSimulation).call("ebanx_create_payment", { payment })).toMatchObject({
    ok: true,
    data: { payment: { status: "CA", payment_type_code: "visa", transaction_status: { code: "NOK" } } },
  });
});
