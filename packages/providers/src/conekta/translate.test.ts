import { payOutputSchema } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { translateFixtures } from "../testing/translate-with.ts";
import { conektaTranslator } from "./translate.ts";

const reads = (name: string) =>
  translateFixtures("conekta", [name]).translate(conektaTranslator.pay, { action: "get", payment_id: "p" });

it.each([
  ["order-spei-pending", "pending", 0],
  ["order-spei-paid", "paid", 0],
  ["order-spei-canceled", "cancelled", 0],
  ["order-cash-pending", "pending", 0],
  ["order-cash-expired", "expired", 0],
  ["order-card-paid", "paid", 0],
  ["order-card-partially-refunded", "partially_refunded", 2990],
  ["order-card-refunded", "refunded", 12990],
  ["order-card-declined", "failed", 0],
  ["order-card-charged-back", "paid", 0],
  ["order-card-voided", "cancelled", 0],
] as const)("reads %s as %s", async (name, status, refunded) => {
  const output = await reads(name);
  payOutputSchema.parse(output);
  expect(output).toMatchObject({ status, amount: 12990, created_at: expect.stringMatching(/Z$/) });
  expect(output.refunds.map(({ amount }) => amount)).toEqual(refunded === 0 ? [] : [refunded]);
});

it("knows the method by the object, and reads Unix seconds", async () => {
  expect(await reads("order-spei-paid")).toMatchObject({
    method: "spei",
    created_at: "2026-11-20T15:00:00Z",
    paid_at: "2026-11-20T15:05:00Z",
    spei: { clabe: "646180111812345678", reference: "1234567", tracking_key: "FIXTURE0001" },
  });
  expect(await reads("order-cash-pending")).toMatchObject({
    method: "oxxo",
    oxxo: { reference: "93000262280678" },
  });
  expect(await reads("order-card-paid")).toMatchObject({ method: "credit_card", card: { last4: "4242" } });
});

describe("conekta native arguments", () => {
  it.each([
    ["spei", { type: "spei" }],
    ["oxxo", { type: "oxxo_cash" }],
    ["credit_card", { type: "card", token_id: "tok_1" }],
  ] as const)("pays by %s", async (method, payment_method) => {
    const { calls, translate } = translateFixtures("conekta", [], {
      conekta_create_order: "order-spei-pending",
    });
    const card_token = method === "credit_card" ? "tok_1" : undefined;
    await translate(conektaTranslator.pay, { method, amount: 12990, currency: "MXN", card_token });
    expect(calls[0]?.arguments).toMatchObject({
      currency: "MXN",
      line_items: [{ quantity: 1, unit_price: 12990 }],
      charges: [{ amount: 12990, payment_method }],
      metadata: { reference: "tc_1" },
    });
  });
});
