import { type JsonObject, nativeToolNames } from "@codespar/contract";
import { expect, it } from "vitest";
import { describeCheckout } from "../testing/describe-checkout.ts";
import { describePayments } from "../testing/describe-payments.ts";
import { type Simulation, simulate } from "../testing/simulate.ts";
import { stripeSimulation } from "./simulate.ts";
import { stripeTranslator } from "./translate.ts";

describePayments({
  server: stripeSimulation,
  translator: stripeTranslator,
  quirks: { dropsInstructions: true },
  methods: [
    ["pix", "BRL"],
    ["boleto", "BRL"],
    ["credit_card", "BRL"],
    ["debit_card", "BRL"],
    ["oxxo", "MXN"],
    ["credit_card", "MXN"],
    ["debit_card", "MXN"],
    ["credit_card", "USD"],
    ["debit_card", "USD"],
  ],
});

describeCheckout({
  server: stripeSimulation,
  translator: stripeTranslator,
  currencies: ["BRL", "MXN", "USD"],
});

it("has the tools of the catalogue", () => {
  expect(Object.keys(stripeSimulation.tools)).toEqual(nativeToolNames("stripe"));
});

async function ask(simulation: Simulation, tool: string, args: Parameters<Simulation["call"]>[1]) {
  const response = await simulation.call(tool, args);
  if (!response.ok) throw new Error(response.message);
  return response.data;
}

it("speaks minor units, seconds and its own ids, and nothing looks live", async () => {
  const intent = await ask(simulate(stripeSimulation), "stripe_create_payment_intent", {
    amount: 15990,
    currency: "brl",
    confirm: true,
    payment_method_types: ["pix"],
  });
  expect(intent).toMatchObject({
    id: expect.stringMatching(/^pi_[0-9A-Za-z]{24}$/),
    client_secret: expect.stringMatching(/^pi_[0-9A-Za-z]{24}_secret_[0-9A-Za-z]{25}$/),
    amount: 15990,
    currency: "brl",
    status: "requires_action",
    created: 1795186800,
    livemode: false,
    next_action: { type: "pix_display_qr_code", pix_display_qr_code: { expires_at: 1795190400 } },
  });
});

it("waits for the confirmation of an intent that was only created", async () => {
  const simulation = simulate(stripeSimulation);
  const { id = "" } = await ask(simulation, "stripe_create_payment_intent", { amount: 500, currency: "usd" });
  expect(await ask(simulation, "stripe_get_payment_intent", { id })).toMatchObject({
    status: "requires_payment_method",
    client_secret: expect.stringContaining("_secret_"),
  });
  const confirmed = await ask(simulation, "stripe_confirm_payment_intent", {
    id,
    payment_method: "pm_card_visa",
  });
  expect(confirmed).toMatchObject({ id, status: "succeeded", amount_received: 500 });
  expect(await simulation.call("stripe_confirm_payment_intent", { id })).toMatchObject({
    ok: false,
    providerCode: "payment_intent_unexpected_state",
  });
});

it("gives the issuer's own reason with a decline", async () => {
  const payment = simulate(stripeSimulation).translate(stripeTranslator.pay, {
    method: "credit_card",
    amount: 5000,
    currency: "USD",
    card_token: "tok_visa_chargeDeclinedInsufficientFunds",
  });
  await expect(payment).rejects.toMatchObject({ code: "card_declined", providerCode: "insufficient_funds" });
});

it("keeps a boleto and an OXXO voucher open until the day that was asked", async () => {
  const simulation = simulate(stripeSimulation);
  const boleto = await simulation.translate(stripeTranslator.pay, {
    method: "boleto",
    amount: 15990,
    currency: "BRL",
    due_date: "2026-12-10",
  });
  expect(boleto).toMatchObject({ expires_at: "2026-12-11T02:59:59Z", boleto: { due_date: "2026-12-10" } });
  const oxxo = await simulation.translate(stripeTranslator.pay, {
    method: "oxxo",
    amount: 15990,
    currency: "MXN",
    due_date: "2026-11-22",
  });
  expect(oxxo.expires_at).toBe("2026-11-23T05:59:59Z");
  for (const method of ["boleto", "pix"] as const) {
    const late = { method, amount: 15990, currency: "BRL", due_date: "2026-11-19" } as const;
    await expect(simulation.translate(stripeTranslator.pay, late)).rejects.toMatchObject({
      code: "invalid_due_date",
    });
  }
});

it("subscribes a customer to a price, and ends it", async () => {
  const simulation = simulate(stripeSimulation);
  const { id: customer = "" } = await ask(simulation, "stripe_create_customer", { name: "Ana" });
  const { id: product = "" } = await ask(simulation, "stripe_create_product", { name: "Plano" });
  const { id: price = "" } = await ask(simulation, "stripe_create_price", {
    product,
    currency: "brl",
    unit_amount: 4990,
    recurring: { interval: "year" },
  });
  const subscription = await ask(simulation, "stripe_create_subscription", { customer, items: [{ price }] });
  expect(subscription).toMatchObject({
    id: expect.stringMatching(/^sub_/),
    status: "active",
    customer,
    livemode: false,
    items: {
      data: [
        {
          quantity: 1,
          current_period_end: 1795186800 + 365 * 86_400,
          price: { id: price, unit_amount: 4990 },
        },
      ],
    },
    latest_invoice: expect.stringMatching(/^in_/),
  });
  const { id = "" } = subscription;
  expect(await ask(simulation, "stripe_cancel_subscription", { id })).toMatchObject({
    id,
    status: "canceled",
  });
  expect(await simulation.call("stripe_cancel_subscription", { id })).toMatchObject({
    ok: false,
    code: "not_found",
  });
});

it("bills by the calendar, and no longer than three years at once", async () => {
  const simulation = simulate(stripeSimulation, { now: Date.UTC(2027, 0, 31, 12) });
  const { id: product = "" } = await ask(simulation, "stripe_create_product", { name: "Plano" });
  const { id: customer = "" } = await ask(simulation, "stripe_create_customer", { name: "Ana" });
  const price = (recurring: JsonObject) =>
    simulation.call("stripe_create_price", { product, currency: "brl", recurring });
  const made = await price({ interval: "month", interval_count: 1 });
  const id = made.ok ? String(made.data.id) : "";
  const input = { customer, items: [{ price: id }] };
  expect(await ask(simulation, "stripe_create_subscription", input)).toMatchObject({
    items: { data: [{ current_period_end: Date.UTC(2027, 1, 28, 12) / 1000 }] },
  });
  for (const recurring of [
    { interval: "year", interval_count: 4 },
    { interval: "day", interval_count: 0 },
  ]) {
    expect(await price(recurring)).toMatchObject({ ok: false, providerCode: "parameter_invalid_integer" });
  }
});

it("asks for what is left out of a payment intent", async () => {
  for (const args of [{ amount: 100, currency: "" }, { currency: "brl" }]) {
    expect(await simulate(stripeSimulation).call("stripe_create_payment_intent", args)).toMatchObject({
      providerCode: "parameter_missing",
    });
  }
});

it("sums its balance by currency", async () => {
  const simulation = simulate(stripeSimulation);
  await simulation.translate(stripeTranslator.pay, { method: "credit_card", amount: 5000, currency: "USD" });
  await simulation.translate(stripeTranslator.pay, { method: "credit_card", amount: 700, currency: "BRL" });
  const nothing = [
    { currency: "usd", amount: 0 },
    { currency: "brl", amount: 0 },
  ];
  // less 2.9 % and 30 cents, and less 3.99 % and 39 centavos
  const net = [
    { currency: "usd", amount: 4825 },
    { currency: "brl", amount: 633 },
  ];
  expect(await ask(simulation, "stripe_get_balance", {})).toMatchObject({ available: nothing, pending: net });
  simulation.advance(40 * 86_400_000);
  expect(await ask(simulation, "stripe_get_balance", {})).toMatchObject({ available: net, pending: nothing });
});
