import type { PayOutput } from "@codespar/contract";
import { expect, it } from "vitest";
import { refuseDeclined } from "./refuse-declined.ts";

const made: PayOutput = {
  payment_id: "p",
  status: "failed",
  method: "credit_card",
  amount: 12990,
  currency: "BRL",
  created_at: "2026-11-20T15:00:00Z",
  card: { brand: "visa", last4: "4242", installments: [], authorization_code: "" },
  refunds: [],
};
const decline = { provider: "Pagar.me", reason: "Saldo insuficiente", code: "51" };

it("refuses a declined card with the provider's own words and code", () => {
  expect(() => refuseDeclined(made, decline)).toThrow(
    expect.objectContaining({
      code: "card_declined",
      message: "Pagar.me declined the payment: Saldo insuficiente.",
      providerCode: "51",
    }),
  );
});

it("refuses any other payment that failed at once, and says when no reason was given", () => {
  const { card: _, ...pix } = made;
  expect(() => refuseDeclined(pix, { ...decline, reason: undefined })).toThrow(
    expect.objectContaining({
      code: "payment_failed",
      message: "Pagar.me declined the payment: no reason given.",
    }),
  );
});

it.each(["pending", "paid", "cancelled"] as const)("lets a payment that is %s pass", (status) => {
  expect(refuseDeclined({ ...made, status }, decline)).toEqual({ ...made, status });
});
