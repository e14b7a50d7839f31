import { payOutputSchema } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { translateFixtures } from "../testing/translate-with.ts";
import { pagarmeTranslator } from "./translate.ts";

const reads = (name: string) =>
  translateFixtures("pagarme", [name]).translate(pagarmeTranslator.pay, { action: "get", payment_id: "p" });

it.each([
  ["charge-pix-pending", "pending", 0],
  ["charge-pix-paid", "paid", 0],
  ["charge-pix-partially-refunded", "partially_refunded", 2990],
  ["charge-pix-refunded", "refunded", 12990],
  ["charge-pix-chargedback", "paid", 0],
  ["charge-card-paid", "paid", 0],
  ["charge-card-failed", "failed", 0],
  ["charge-boleto-pending", "pending", 0],
] as const)("reads %s as %s", async (name, status, refunded) => {
  const output = await reads(name);
  payOutputSchema.parse(output);
  expect(output).toMatchObject({ status, amount: 12990, created_at: expect.stringMatching(/Z$/) });
  expect(output.refunds.map(({ amount }) => amount)).toEqual(refunded === 0 ? [] : [refunded]);
});

it("gives UTC times, the end-to-end id and the card's plan", async () => {
  const pix = await reads("charge-pix-paid");
  expect(pix).toMatchObject({ paid_at: "2026-11-20T15:05:00Z", expires_at: "2026-11-21T15:00:00Z" });
  expect(pix.pix?.end_to_end_id).toBe("E00000000202611201505fixture00001");
  const { card } = await reads("charge-card-paid");
  expect(card).toMatchObject({ last4: "0010", authorization_code: "123456" });
  expect(card?.installments.map(({ amount }) => amount)).toEqual([4330, 4330, 4330]);
});

it("cancels what nobody paid and refuses what was paid", async () => {
  const cancel = { action: "cancel", payment_id: "ch_fixture01" } as const;
  const open = translateFixtures("pagarme", ["charge-pix-pending", "charge-pix-canceled"]);
  expect(await open.translate(pagarmeTranslator.pay, cancel)).toMatchObject({ status: "cancelled" });
  const paid = translateFixtures("pagarme", ["charge-pix-paid", "charge-pix-canceled"]);
  await expect(paid.translate(pagarmeTranslator.pay, cancel)).rejects.toThrow("ch_fixture01");
  expect(paid.calls.map(({ kind }) => kind)).toEqual(["read"]);
});

describe("pagarme native arguments", () => {
  it.each([
    ["529.982.247-25", "52998224725", "individual"],
    ["52998224725", "52998224725", "individual"],
    ["11.222.333/0001-81", "11222333000181", "company"],
  ])("sends %s without its mask", async (document, bare, type) => {
    const { calls, translate } = translateFixtures("pagarme", ["order-pix-pending"]);
    await translate(pagarmeTranslator.pay, {
      method: "pix",
      amount: 12990,
      currency: "BRL",
      reference: "order-42",
      customer: { name: "Maria Exemplo", document },
    });
    expect(calls).toEqual([expect.objectContaining({ kind: "effect", tool: "pagarme_create_order" })]);
    expect(calls[0]?.arguments).toMatchObject({
      code: "order-42",
      items: [{ quantity: 1, amount: 12990 }],
      customer: { document: bare, type },
      payments: [{ payment_method: "pix", amount: 12990 }],
    });
  });
});
