import { payOutputSchema } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { translateFixtures } from "../testing/translate-with.ts";
import { stripeTranslator } from "./translate.ts";

const reads = (name: string) =>
  translateFixtures("stripe", [name]).translate(stripeTranslator.pay, { action: "get", payment_id: "p" });

it.each([
  ["intent-pix-requires-action", "pending", 0],
  ["intent-pix-succeeded", "paid", 0],
  ["intent-pix-partially-refunded", "partially_refunded", 2990],
  ["intent-pix-refunded", "refunded", 12990],
  ["intent-pix-canceled", "cancelled", 0],
  ["intent-pix-expired", "expired", 0],
  ["intent-card-declined", "failed", 0],
] as const)("reads %s as %s", async (name, status, refunded) => {
  const output = await reads(name);
  payOutputSchema.parse(output);
  expect(output).toMatchObject({ status, amount: 12990, created_at: expect.stringMatching(/Z$/) });
  expect(output.refunds.map(({ amount }) => amount)).toEqual(refunded === 0 ? [] : [refunded]);
});

it("reads Unix seconds and the code that is to be paid", async () => {
  const output = await reads("intent-pix-requires-action");
  expect(output).toMatchObject({
    created_at: "2026-11-20T15:00:00Z",
    expires_at: "2026-11-21T15:00:00Z",
    currency: "BRL",
    reference: "order-42",
  });
  expect(output.pix?.qr_code).toContain("br.gov.bcb.pix");
  expect((await reads("intent-pix-succeeded")).paid_at).toBe("2026-11-20T15:05:00Z");
});

describe("stripe native arguments", () => {
  it.each([
    ["pix", "BRL", "pix"],
    ["credit_card", "BRL", "card"],
    ["debit_card", "MXN", "card"],
    ["oxxo", "MXN", "oxxo"],
  ] as const)("pays by %s in %s as %s", async (method, currency, type) => {
    const { calls, translate } = translateFixtures("stripe", [], {
      stripe_create_payment_intent: "intent-pix-requires-action",
    });
    await translate(stripeTranslator.pay, { method, currency, amount: 12990, reference: "order-42" });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.arguments).toMatchObject({
      amount: 12990,
      currency: currency.toLowerCase(),
      metadata: { reference: "order-42", codespar_method: method },
      payment_method_data: { type },
    });
  });
});
