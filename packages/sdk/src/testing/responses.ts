import type { FakeResponse } from "./fake-transport.ts";

export const session = {
  id: "ses_1",
  status: "active",
  servers: [{ id: "stripe", name: "Stripe", status: "connected" }],
  metadata: { tenant_id: "tenant_acme" },
  user_id: null,
  tool_calls: 0,
  created_at: "2026-04-01T00:00:00Z",
  expires_at: "2026-04-01T00:30:00Z",
} as const;

export const result = {
  tool_call_id: "tc_1",
  tool: "codespar_pay",
  server: "codespar",
  provider: "asaas",
  success: true,
  data: { payment_id: "pay_1", status: "pending" },
  error: null,
  duration_ms: 12,
  called_at: "2026-04-01T00:00:00Z",
  replayed: false,
} as const;

/** An error body as the API sends it. */
export function errorResponse(
  status: number,
  error: string,
  fields: object = {},
  headers = {},
): FakeResponse {
  const body = {
    error,
    message: `It is ${error}.`,
    status,
    request_id: "req_1",
    retryable: false,
    ...fields,
  };
  return { status, headers, body };
}
