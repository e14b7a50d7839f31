import type { Store } from "@codespar/backend";

let number = 0;

/** Of a codespar_pay, about as long as it is. */
export const argumentsText = JSON.stringify({
  amount: 15_990,
  currency: "BRL",
  method: "pix",
  description: "x".repeat(200),
});
export const responseText = JSON.stringify({ result: { id: "pay_1", status: "paid", pix: "x".repeat(900) } });
export const quota = 1_000_000_000;

/** A call that goes well: begun, noted as dispatched, settled. */
export async function execution(store: Store, organisation: number): Promise<void> {
  number += 1;
  const id = `tc_${number.toString(36).padStart(12, "0")}`;
  const now = Date.now();
  const begun = await store.beginOperation({
    operation: {
      id,
      organisation: `org_${organisation}`,
      // an agent's session makes a few calls
      sessionId: `ses_${Math.floor(number / 8)}`,
      key: `key-${number}`,
      fingerprint: "f".repeat(64),
      verb: "execute",
      tool: "codespar_pay",
      server: "codespar",
      metadata: { tenant_id: "t1" },
      userId: null,
      amount: 15_990,
      currency: "BRL",
      createdAt: now,
      period: "2026-03",
      arguments: argumentsText,
    },
    leaseUntil: now + 35_000,
    quota,
    reservations: [],
    keysSince: now - 86_400_000,
  });
  if (begun.outcome !== "started") throw new Error(`Call ${id} did not start: ${begun.outcome}.`);
  await store.markDispatched(id, 1, {
    attempt: { provider: "asaas", outcome: "pending", at: new Date(now).toISOString() },
    account: `org_${organisation}`,
    note: { connection: null, call: null },
    leaseUntil: now + 35_000,
  });
  await store.settleOperation(id, 1, {
    state: "succeeded",
    provider: "asaas",
    error: null,
    response: { status: 200, body: responseText },
    completedAt: now,
    events: [],
    documents: [],
  });
}
