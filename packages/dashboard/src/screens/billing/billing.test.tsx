import type { Billing, BillingInvoice, BillingPreview } from "@codespar/contract";
import { expect, it } from "vitest";
import { renderScreen, wordsOf } from "../../testing/render-screen.tsx";
import { BillingScreen } from "./billing.tsx";
import { ChangePlan } from "./plan-choice.tsx";

const billing: Billing = {
  plan: "starter",
  status: "active",
  price_cents: 2_900,
  currency: "USD",
  current_period: { start: "2026-04-01T00:00:00Z", end: "2026-04-30T23:59:59Z" },
  quota: 200_000,
  used: 47_832,
  overage_enabled: false,
  payment_method: { type: "card", last4: "4242", brand: "visa", exp_month: 12, exp_year: 2027 },
  stripe_customer_id: "cus_1",
  portal_url: null,
  pending_plan: null,
  pending_plan_at: null,
};

const invoice: BillingInvoice = {
  id: "inv_1",
  number: "CS-0003",
  status: "paid",
  period: { start: "2026-03-01T00:00:00Z", end: "2026-03-31T23:59:59Z" },
  lines: [],
  total_cents: 2_900,
  currency: "USD",
  pdf_url: "https://pay.example.com/invoices/inv_1.pdf",
  created_at: "2026-04-01T00:00:00Z",
};

const show = (change: Partial<Billing> = {}, invoices: readonly BillingInvoice[] = []) =>
  renderScreen(<BillingScreen />, {
    data: [
      [["billing"], { ...billing, ...change }],
      [["invoices"], invoices],
    ],
  });

it("shows the plan, the use of its quota with a bar and a share, and the card by its last four digits", () => {
  const html = show();
  const words = wordsOf(html);
  for (const text of ["Starter", "$29.00", "47,832", "of 200,000 tool calls", "23.9%", "Visa …4242, 12/2027"])
    expect(words).toContain(text);
  expect(html).toContain('role="meter"');
  expect(words).toContain("Apr 1, 2026 – Apr 30, 2026");
});

it("has each invoice with its amount, and its PDF", () => {
  const html = show({}, [
    invoice,
    { ...invoice, id: "inv_2", number: "CS-0004", pdf_url: null, status: "draft" },
  ]);
  expect(html).toContain('href="https://pay.example.com/invoices/inv_1.pdf"');
  expect(wordsOf(html)).toContain("CS-0003");
  expect(html.match(/\.pdf"/g)).toHaveLength(1);
  expect(wordsOf(show())).toContain("No invoice yet");
});

it("offers to go on beyond the quota where the plan has that, and says what it costs", () => {
  expect(show()).not.toContain('role="switch"');
  const html = show({ plan: "growth", price_cents: 49_900, quota: 2_000_000 });
  expect(html).toContain('role="switch"');
  expect(wordsOf(html)).toContain("$0.20 for each 1,000 calls");
});

it("says which lower plan waits for the month's end, and takes it back", () => {
  const words = wordsOf(show({ pending_plan: "hobby", pending_plan_at: "2026-05-01T00:00:00Z" }));
  expect(words).toContain("Hobby");
  expect(words).toContain("May 1, 2026");
  expect(words).toContain("Keep Starter");
});

it("shows no share of a quota that is by contract", () => {
  const html = show({ plan: "enterprise", quota: null, price_cents: null, payment_method: null });
  expect(html).not.toContain('role="meter"');
  expect(html).not.toContain("NaN");
});

const preview: BillingPreview = {
  from: "starter",
  to: "growth",
  starts: "now",
  currency: "USD",
  credit_cents: 1_450,
  charge_cents: 24_950,
  due_cents: 23_500,
  days_left: 15,
  days: 30,
};

it("shows what an upgrade costs before it is bought: the new plan's days, less those of the old", () => {
  const words = wordsOf(
    renderScreen(<ChangePlan to="growth" onClose={() => {}} />, { data: [[["preview", "growth"], preview]] }),
  );
  for (const text of ["$249.50", "-$14.50", "$235.00 due now", "15", "30"]) expect(words).toContain(text);
});

it("asks for nothing where a plan begins when the month is over", () => {
  const later = {
    ...preview,
    to: "hobby",
    starts: "period_end",
    charge_cents: 0,
    credit_cents: 0,
    due_cents: 0,
  };
  const words = wordsOf(
    renderScreen(<ChangePlan to="hobby" onClose={() => {}} />, { data: [[["preview", "hobby"], later]] }),
  );
  expect(words).toContain("Nothing is due now.");
  expect(words).not.toContain("$");
  expect(words).toContain("Change at the end of the month");
});
