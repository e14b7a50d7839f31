import { nativeToolNames } from "@codespar/contract";
import { expect, it } from "vitest";
import { describeCheckout } from "../testing/describe-checkout.ts";
import { describePayments } from "../testing/describe-payments.ts";
import { simulate } from "../testing/simulate.ts";
import { wompiSimulation } from "./simulate.ts";
import { wompiTranslator } from "./translate.ts";

const customer = { name: "Ana Ejemplo", email: "ana@example.com" };

describePayments({
  server: wompiSimulation,
  translator: wompiTranslator,
  methods: [
    ["pse", "COP"],
    ["credit_card", "COP"],
    ["wallet", "COP"],
  ],
  customer,
  quirks: { keeps: ["pse", "wallet"], refundsWhole: ["credit_card"], waitsOn: ["pse", "wallet"] },
});

describeCheckout({ server: wompiSimulation, translator: wompiTranslator, currencies: ["COP"] });

it("has the tools of the catalogue", () => {
  expect(Object.keys(wompiSimulation.tools)).toEqual(nativeToolNames("wompi"));
});

it("speaks centavos and sends the payer to the bank with a CUS", async () => {
  const simulation = simulate(wompiSimulation);
  const response = await simulation.call("wompi_create_transaction", {
    amount_in_cents: 4_990_000,
    currency: "COP",
    reference: "order-1",
    acceptance_token: "a",
    customer_email: customer.email,
    payment_method: { type: "PSE", financial_institution_code: "1007" },
  });
  expect(response).toMatchObject({
    ok: true,
    data: {
      data: {
        id: expect.stringMatching(/^1\d{4}-\d{10}-\d{5}$/),
        amount_in_cents: 4_990_000,
        status: "PENDING",
        created_at: "2026-11-20T15:00:00.000Z",
        payment_method: {
          extra: {
            async_payment_url: expect.stringMatching(/^https:/),
            traceability_code: expect.stringMatching(/^\d{8}$/),
          },
        },
      },
    },
  });
  expect(await simulation.call("wompi_list_transactions", { reference: "order-1" })).toMatchObject({
    data: { meta: { total_results: 1 } },
  });
});

it("takes at least 1,600 pesos by PSE", async () => {
  const order = { method: "pse", currency: "COP", customer } as const;
  const least = await simulate(wompiSimulation).translate(wompiTranslator.pay, { ...order, amount: 160_000 });
  expect(least.amount).toBe(160_000);
  const less = simulate(wompiSimulation).translate(wompiTranslator.pay, { ...order, amount: 159_999 });
  await expect(less).rejects.toMatchObject({ code: "amount_out_of_range" });
  const simulation = simulate(wompiSimulation);
  const page = { amount: 159_999, currency: "COP" } as const;
  const pse = simulation.translate(wompiTranslator.checkout, { ...page, payment_methods: ["pse"] });
  await expect(pse).rejects.toMatchObject({ code: "amount_out_of_range" });
  await simulation.translate(wompiTranslator.checkout, { ...page, payment_methods: ["pse", "wallet"] });
  simulation.advance(180_000);
  expect(simulation.webhooks[0]?.data).toMatchObject({ method: "wallet", amount: 159_999 });
});

it("says when bank or wallet refused, which is not to expire", async () => {
  for (const method of ["pse", "wallet"] as const) {
    const simulation = simulate(wompiSimulation);
    const { payment_id } = await simulation.translate(wompiTranslator.pay, {
      method,
      amount: 500_000,
      currency: "COP",
      customer,
      reference: "sandbox:payment_fails",
    });
    simulation.advance(86_400_000);
    const failed = await simulation.translate(wompiTranslator.pay, { action: "get", payment_id });
    expect(failed.status).toBe("failed");
  }
});

it("reads a page while it is open and after", async () => {
  const simulation = simulate(wompiSimulation);
  const { checkout_id } = await simulation.translate(wompiTranslator.checkout, {
    amount: 500_000,
    currency: "COP",
  });
  const read = () => simulation.call("wompi_get_payment_link", { payment_link_id: checkout_id });
  expect(await read()).toMatchObject({ data: { data: { active: true, amount_in_cents: 500_000 } } });
  simulation.advance(180_000);
  expect(await read()).toMatchObject({ data: { data: { active: false } } });
});
