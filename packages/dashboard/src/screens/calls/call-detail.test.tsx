import type { ToolCallDetail } from "@codespar/contract";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { renderScreen, wordsOf } from "../../testing/render-screen.tsx";
import { CallDetail } from "./call-detail.tsx";

const call = {
  id: "tc_1",
  tool: "codespar_pay",
  server: "codespar",
  provider: "asaas",
  session_id: "ses_1",
  metadata: { tenant_id: "loja-1" },
  user_id: "ana",
  status: "succeeded",
  idempotency_key: "key-1",
  amount: 5_000,
  currency: "BRL",
  attempts: [{ provider: "asaas", outcome: "succeeded", at: "2026-04-01T12:00:00Z" }],
  error: null,
  billed: true,
  called_at: "2026-04-01T12:00:00Z",
  completed_at: "2026-04-01T12:00:01Z",
  duration_ms: 1_000,
  arguments: { method: "pix", description: "it's <b>" },
  result: null,
} satisfies Partial<ToolCallDetail>;

beforeEach(() => vi.stubGlobal("location", { origin: "https://pay.example.com" }));
afterEach(() => vi.unstubAllGlobals());

const show = (change: object = {}, isSandbox = false) =>
  renderScreen(<CallDetail id="tc_1" backTo="/calls" />, {
    isSandbox,
    data: [
      [["call", "tc_1"], { ...call, ...change }],
      [
        ["call-events", "tc_1"],
        [{ id: "evt_1", type: "payment.confirmed", created_at: "2026-04-01T12:00:05Z" }],
      ],
      [
        ["native-calls", "tc_1"],
        [
          {
            provider: "asaas",
            tool: "asaas_create_payment",
            arguments: { value: 50 },
            at: "2026-04-01T12:00:00Z",
            effect: true,
            answer: { id: "pay_1" },
          },
        ],
      ],
    ],
  });

it("shows a call's life, what came of it, what it cost, and the call as a command and as a program", () => {
  const words = wordsOf(show());
  for (const text of [
    "R$50.00",
    "one tool call of the quota",
    "loja-1",
    "asaas did it",
    "payment.confirmed",
    "curl 'https://pay.example.com/v1/sessions/ses_1/execute'",
    "$CODESPAR_API_KEY",
    "codespar.sessions.get(",
  ]) {
    expect(words).toContain(text);
  }
});

it("shows native requests where they are noted, and says elsewhere that they are not", () => {
  expect(wordsOf(show({}, true))).toContain("asaas_create_payment");
  const words = wordsOf(show());
  expect(words).toContain("Native requests are shown in the sandbox alone.");
});

it("says that arguments were erased, and offers no command that would call without them", () => {
  const words = wordsOf(show({ arguments: null }));
  expect(words).toContain("Erased: it is kept for 24 hours.");
  expect(words).not.toContain("curl");
  expect(words).not.toContain("session.execute");
});

it("warns of a call of which nobody knows, and offers to ask", () => {
  const words = wordsOf(
    show({ status: "unknown", error: { code: "outcome_unknown", message: "asaas has not said." } }),
  );
  expect(words).toContain("asaas has not said. outcome_unknown");
  expect(words).toContain("Ask the provider");
  expect(wordsOf(show())).not.toContain("Ask the provider");
});

it("says whose word ended the doubt", () => {
  const resolution = {
    outcome: "succeeded",
    by: "ana@loja.com",
    evidence: "pay_1 in their dashboard",
    resolved_at: "2026-04-02T12:00:00Z",
  };
  expect(wordsOf(show({ resolution }))).toMatch(/ana@loja\.com, .*: pay_1 in their dashboard/);
});

it("takes all that others wrote for text", () => {
  const html = show({ user_id: "<img src=x>", metadata: { tenant_id: "<script>" }, idempotency_key: "<i>" });
  expect(html).not.toMatch(/<(img|script|i|b)>/);
  expect(html).toContain("&lt;img src=x&gt;");
});
