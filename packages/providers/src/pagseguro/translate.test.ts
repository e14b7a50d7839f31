import { payOutputSchema } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { translateFixtures } from "../testing/translate-with.ts";
import { pagseguroTranslator } from "./translate.ts";

const reads = (name: string) =>
  translateFixtures("pagseguro", [name]).translate(pagseguroTranslator.pay, {
    action: "get",
    payment_id: "p",
  });

it.each([
  ["order-pix-waiting", "pending", 0],
  ["order-pix-paid", "paid", 0],
  ["order-pix-partially-refunded", "partially_refunded", 2990],
  ["order-pix-refunded", "refunded", 12990],
  ["order-card-declined", "failed", 0],
  ["order-card-authorized", "authorized", 0],
  ["order-card-canceled", "cancelled", 0],
  ["order-boleto-waiting", "pending", 0],
] as const)("reads %s as %s", async (name, status, refunded) => {
  const output = await reads(name);
  payOutputSchema.parse(output);
  expect(output).toMatchObject({ status, amount: 12990, created_at: expect.stringMatching(/Z$/) });
  expect(output.refunds.map(({ amount }) => amount)).toEqual(refunded === 0 ? [] : [refunded]);
});

it("turns offsets into UTC and finds the slip's PDF among the links", async () => {
  expect(await reads("order-pix-waiting")).toMatchObject({
    created_at: "2026-11-20T15:00:00Z",
    expires_at: "2026-11-21T15:00:00Z",
    reference: "order-42",
  });
  expect((await reads("order-boleto-waiting")).boleto).toMatchObject({
    due_date: "2026-11-25",
    pdf_url: "https://pay.example.com/b.pdf",
    barcode: "23794164100000129901234567890123456789012345",
  });
});

describe("pagseguro refunds", () => {
  it.each([
    [2990, { charge_id: "CHAR_FIXTURE01", amount: { value: 2990 } }],
    [undefined, { charge_id: "CHAR_FIXTURE01" }],
  ])("gives %s cents back by the charge", async (amount, args) => {
    const { calls, translate } = translateFixtures("pagseguro", ["order-pix-paid"], {
      pagseguro_refund_charge: "order-pix-refunded",
    });
    await translate(pagseguroTranslator.pay, { action: "refund", payment_id: "ORDE_FIXTURE01", amount });
    expect(calls.filter(({ kind }) => kind === "effect")).toEqual([
      { kind: "effect", tool: "pagseguro_refund_charge", arguments: args },
    ]);
  });
});
