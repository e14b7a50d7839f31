import type { Approval } from "@codespar/contract";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { renderScreen, wordsOf } from "../../testing/render-screen.tsx";
import { ApprovalDetail } from "./approval-detail.tsx";

const approval: Approval = {
  id: "apr_1",
  status: "pending",
  tool: "codespar_pay",
  risk: "moves_money",
  arguments: { method: "pix", amount: 250_000, currency: "BRL" },
  amount: 250_000,
  currency: "BRL",
  session_id: "ses_1",
  metadata: { tenant_id: "loja-1" },
  user_id: "agent",
  idempotency_key: "key-1",
  created_at: "2026-04-01T12:00:00Z",
  expires_at: "2026-04-01T13:00:00Z",
  decided_at: null,
  decided_by: null,
  reason: null,
};

beforeEach(() => vi.useFakeTimers({ now: Date.parse("2026-04-01T12:55:00Z") }));
afterEach(() => vi.useRealTimers());

const show = (change: Partial<Approval> = {}) =>
  renderScreen(<ApprovalDetail id="apr_1" backTo="/approvals" />, {
    data: [[["approval", "apr_1"], { ...approval, ...change }]],
  });

it("shows exactly what will happen, the amount large, and how long it can still be decided", () => {
  const html = show();
  expect(html).toMatch(/class="decision-amount">R\$2,500\.00</);
  const words = wordsOf(html);
  for (const text of [
    "codespar_pay",
    "loja-1",
    '"method": "pix"',
    "in 5 min.",
    "Approve",
    "Deny",
    "Link for a phone",
  ])
    expect(words).toContain(text);
  expect(html).toContain('class="is-short"');
});

it("names the tool large where no money moves", () => {
  expect(show({ amount: null, currency: null })).toMatch(/class="decision-amount">codespar_pay</);
});

it("says who decided and why, and offers no second decision", () => {
  const words = wordsOf(
    show({
      status: "denied",
      decided_by: "ana@loja.com",
      reason: "unknown customer",
      decided_at: approval.created_at,
    }),
  );
  expect(words).toContain("ana@loja.com");
  expect(words).toContain("unknown customer");
  expect(words).not.toContain("Approve");
  expect(words).not.toContain("Link for a phone");
});
