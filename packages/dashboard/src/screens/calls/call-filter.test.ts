import type { ToolCall } from "@codespar/contract";
import { expect, it } from "vitest";
import { filterOf, textMatcher } from "./call-filter.ts";

const call: ToolCall = {
  id: "tc_01HX",
  tool: "codespar_pay",
  server: "codespar",
  provider: "asaas",
  session_id: "ses_9",
  metadata: { tenant_id: "Loja-1", order: "pedido-1042" },
  user_id: null,
  status: "failed",
  idempotency_key: "order-77",
  amount: 5000,
  currency: "BRL",
  attempts: [],
  error: { code: "provider_error", message: "Saldo insuficiente" },
  billed: false,
  called_at: "2026-03-02T12:00:00Z",
  completed_at: null,
  duration_ms: null,
};

it("keeps of an address what it knows, and nothing that is empty", () => {
  const search = new URLSearchParams("tool=codespar_pay&status=&tenant=loja-1&evil=1&text=a%20b");
  expect(filterOf(search)).toEqual({ tool: "codespar_pay", tenant: "loja-1", text: "a b" });
});

it.each(["TC_01hx", "asaas", "loja-1", "1042", "order-77", "saldo", "provider_error", "  ses_9 "])(
  "finds a call by %j",
  (text) => {
    expect(textMatcher(text)(call)).toBe(true);
  },
);

it.each(["stripe", "null", "undefined", "5000"])("finds it not by %j", (text) => {
  expect(textMatcher(text)(call)).toBe(false);
});
