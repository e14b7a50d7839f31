import { payOutputSchema } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { translateFixtures } from "../testing/translate-with.ts";
import { mercadopagoTranslator } from "./translate.ts";

const reads = (name: string) =>
  translateFixtures("mercadopago", [name]).translate(mercadopagoTranslator.pay, {
    action: "get",
    payment_id: "p",
  });

it.each([
  ["payment-pix-pending", "pending", 0],
  ["payment-pix-approved", "paid", 0],
  ["payment-pix-partially-refunded", "partially_refunded", 2990],
  ["payment-pix-refunded", "refunded", 12990],
  ["payment-pix-expired", "expired", 0],
  ["payment-card-approved", "paid", 0],
  ["payment-card-charged-back", "paid", 0],
] as const)("reads %s as %s", async (name, status, refunded) => {
  const output = await reads(name);
  payOutputSchema.parse(output);
  expect(output).toMatchObject({ status, amount: 12990, created_at: expect.stringMatching(/Z$/) });
  expect(output.refunds.map(({ amount }) => amount)).toEqual(refunded === 0 ? [] : [refunded]);
});

it("turns offsets into UTC and names the brand", async () => {
  expect(await reads("payment-pix-approved")).toMatchObject({
    created_at: "2026-11-20T15:00:00Z",
    paid_at: "2026-11-20T15:05:00Z",
    payment_id: "1234567890",
  });
  expect((await reads("payment-card-approved")).card).toMatchObject({ brand: "mastercard", last4: "0604" });
});

it("makes a rejected card a refusal with the provider's reason", async () => {
  const { translate } = translateFixtures("mercadopago", ["payment-card-rejected"]);
  await expect(
    translate(mercadopagoTranslator.pay, {
      method: "credit_card",
      amount: 12990,
      currency: "BRL",
      card_token: "tok_1",
    }),
  ).rejects.toMatchObject({ code: "card_declined", providerCode: "cc_rejected_insufficient_amount" });
});

describe("mercadopago native arguments", () => {
  it.each([
    ["pix", "BRL", 12990, { payment_method_id: "pix", transaction_amount: 129.9 }],
    ["boleto", "BRL", 1, { payment_method_id: "bolbradesco", transaction_amount: 0.01 }],
    ["oxxo", "MXN", 12990, { payment_method_id: "oxxo", transaction_amount: 129.9 }],
  ] as const)("pays by %s in %s", async (method, currency, amount, args) => {
    const { calls, translate } = translateFixtures("mercadopago", [], {
      mercadopago_create_payment: "payment-pix-pending",
    });
    await translate(mercadopagoTranslator.pay, { method, currency, amount });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.arguments).toMatchObject({ ...args, external_reference: "tc_1" });
  });
});
