import type { BeginOperation, NewOperation, Settlement } from "@codespar/backend";

/** A call of this number to begin; what a test does not care about is filled in. */
export function call(
  number: number,
  now: number,
  {
    operation,
    ...more
  }: Partial<Omit<BeginOperation, "operation">> & { operation?: Partial<NewOperation> } = {},
): BeginOperation {
  return {
    operation: {
      id: `tc_${String(number).padStart(10, "0")}`,
      organisation: "org_a",
      sessionId: "ses_a",
      key: `key-${number}`,
      fingerprint: "print",
      verb: "execute",
      tool: "codespar_pay",
      server: "codespar",
      metadata: {},
      userId: null,
      amount: 5000,
      currency: "BRL",
      createdAt: now,
      period: "2026-03",
      arguments: '{"amount":5000}',
      ...operation,
    },
    leaseUntil: now + 35_000,
    quota: null,
    reservations: [],
    keysSince: now - 86_400_000,
    ...more,
  };
}

/** A good end, or another. */
export function end(completedAt: number, state: Settlement["state"] = "succeeded"): Settlement {
  return {
    state,
    provider: "asaas",
    error: null,
    response: { status: 200, body: "{}" },
    completedAt,
    events: [],
    documents: [],
  };
}
