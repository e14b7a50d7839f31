import { nativeToolNames } from "@codespar/contract";
import { expect, it } from "vitest";
import { describeCheckout } from "../testing/describe-checkout.ts";
import { describePayments } from "../testing/describe-payments.ts";
import { simulate } from "../testing/simulate.ts";
import { conektaSimulation } from "./simulate.ts";
import { conektaTranslator } from "./translate.ts";

describePayments({
  server: conektaSimulation,
  translator: conektaTranslator,
  methods: [
    ["spei", "MXN"],
    ["oxxo", "MXN"],
    ["credit_card", "MXN"],
    ["debit_card", "MXN"],
  ],
});

describeCheckout({ server: conektaSimulation, translator: conektaTranslator, currencies: ["MXN"] });

it("has the tools of the catalogue", () => {
  expect(Object.keys(conektaSimulation.tools)).toEqual(nativeToolNames("conekta"));
});

it("speaks centavos, Unix seconds and its own ids, and never looks live", async () => {
  const response = await simulate(conektaSimulation).call("conekta_create_order", {
    currency: "MXN",
    line_items: [{ name: "Playera", quantity: 3, unit_price: 5330 }],
    charges: [{ payment_method: { type: "oxxo_cash" } }],
  });
  expect(response).toMatchObject({
    ok: true,
    data: {
      id: expect.stringMatching(/^ord_[1-9A-HJ-NP-Za-km-z]{17}$/),
      livemode: false,
      amount: 15990,
      payment_status: "pending_payment",
      created_at: 1_795_186_800,
      charges: {
        data: [
          {
            id: expect.stringMatching(/^[0-9a-f]{24}$/),
            payment_method: { service_name: "OxxoPay", reference: expect.stringMatching(/^\d{14}$/) },
          },
        ],
      },
    },
  });
});

it("ends an OXXO voucher with a day in Mexico City", async () => {
  const order = { method: "oxxo", amount: 15990, currency: "MXN" } as const;
  const voucher = await simulate(conektaSimulation).translate(conektaTranslator.pay, order);
  expect(voucher.expires_at).toBe("2026-11-24T05:59:59Z");
  const dated = await simulate(conektaSimulation).translate(conektaTranslator.pay, {
    ...order,
    due_date: "2026-11-22",
  });
  expect(dated.expires_at).toBe("2026-11-23T05:59:59Z");
});

it("refuses amounts that OXXO does not take", async () => {
  for (const amount of [999, 1_000_001]) {
    const voucher = simulate(conektaSimulation).translate(conektaTranslator.pay, {
      method: "oxxo",
      amount,
      currency: "MXN",
    });
    await expect(voucher).rejects.toMatchObject({ code: "amount_out_of_range" });
    const page = simulate(conektaSimulation).translate(conektaTranslator.checkout, {
      amount,
      currency: "MXN",
      payment_methods: ["oxxo"],
    });
    await expect(page).rejects.toMatchObject({ code: "amount_out_of_range" });
  }
});

it("collects SPEI at STP and knows the tracking key once it is paid", async () => {
  const simulation = simulate(conektaSimulation);
  const pending = await simulation.translate(conektaTranslator.pay, {
    method: "spei",
    amount: 15990,
    currency: "MXN",
  });
  expect(pending.spei?.clabe.slice(0, 6)).toBe("646180");
  simulation.advance(180_000);
  const { payment_id } = pending;
  const paid = await simulation.translate(conektaTranslator.pay, { action: "get", payment_id });
  expect(paid.spei?.tracking_key).toMatch(/^20261120[0-9A-Z]{1,22}$/);
});

it("offers months without interest as Mexico has them", async () => {
  const order = { method: "credit_card", amount: 10_000, currency: "MXN" } as const;
  const paid = await simulate(conektaSimulation).translate(conektaTranslator.pay, {
    ...order,
    installments: 3,
  });
  expect(paid.card?.installments.map((parcel) => parcel.amount)).toEqual([3334, 3333, 3333]);
  const refused = simulate(conektaSimulation).translate(conektaTranslator.pay, { ...order, installments: 5 });
  await expect(refused).rejects.toMatchObject({ code: "invalid_request" });
});

it("keeps customers", async () => {
  const simulation = simulate(conektaSimulation);
  const made = await simulation.call("conekta_create_customer", { name: "Ana", email: "ana@example.com" });
  const id = made.ok ? (made.data.id ?? "") : "";
  expect(await simulation.call("conekta_get_customer", { id })).toEqual(made);
  expect(await simulation.call("conekta_list_customers", {})).toMatchObject({ data: { total: 1 } });
  expect(await simulation.call("conekta_get_customer", { id: "cus_x" })).toMatchObject({ code: "not_found" });
});
