import { expect, it } from "vitest";
import { renderScreen, wordsOf } from "../../testing/render-screen.tsx";
import { PaymentDetail } from "../payments/payment-detail.tsx";

const call = {
  id: "tc_1",
  tool: "codespar_pay",
  provider: "asaas",
  status: "succeeded",
  amount: 5_000,
  currency: "BRL",
  metadata: { tenant_id: "loja-1" },
  error: null,
  called_at: "2026-04-01T12:00:00Z",
  arguments: { method: "pix" },
  result: { data: { payment_id: "pay_1", method: "pix", status: "pending", pix: { qr_code: "00020101" } } },
};

const event = (type: string, minute: number) => ({
  id: `evt_${minute}`,
  type,
  created_at: `2026-04-01T12:0${minute}:00Z`,
});

const show = (events: readonly object[], { change = {}, isSandbox = true } = {}) =>
  renderScreen(<PaymentDetail id="tc_1" backTo="/payments" />, {
    isSandbox,
    data: [
      [["call", "tc_1"], { ...call, ...change }],
      [["call-events", "tc_1"], events],
    ],
  });

it("shows a payment that waits: its amount, its code to scan, and what its payer can do in a sandbox", () => {
  const html = show([]);
  const words = wordsOf(html);
  for (const text of ["R$50.00", "Pix", "pay_1", "Pay now", "Let it expire", "Have it fail"])
    expect(words).toContain(text);
  expect(html).toContain("<svg");
  expect(words).not.toContain("Dispute it");
});

it("offers nothing of that where the payer is a real one", () => {
  const words = wordsOf(show([], { isSandbox: false }));
  expect(words).not.toContain("Pay now");
  expect(words).toContain("00020101");
});

it("takes its state from the last event, with the way there", () => {
  const words = wordsOf(show([event("payment.confirmed", 1)]));
  expect(words).toContain("Status paid");
  expect(words).toContain("payment.confirmed");
  expect(words).toContain("Refund");
  expect(words).toContain("Dispute it");
  expect(words).not.toContain("Pay now");
  const ended = wordsOf(show([event("payment.confirmed", 1), event("payment.disputed", 2)]));
  expect(ended).toContain("Status disputed");
  expect(ended).not.toContain("Dispute it");
});

it("says that what was returned is erased", () => {
  expect(wordsOf(show([], { change: { result: null, arguments: null } }))).toContain("erased");
});
