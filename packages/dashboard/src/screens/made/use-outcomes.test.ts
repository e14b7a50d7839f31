import type { WebhookEvent } from "@codespar/contract";
import { expect, it } from "vitest";
import { latestStates } from "./use-outcomes.ts";

/** As far as states are concerned. */
function event(id: string, type: string, call: string | null, status?: string): WebhookEvent {
  return { id, type, tool_call_id: call, data: { status } } as unknown as WebhookEvent; // the rest is not looked at
}

it("tells the latest state of each call, in whatever order pages came", () => {
  const states = latestStates([
    event("evt_3", "payment.refunded", "tc_1", "partially_refunded"),
    event("evt_1", "payment.confirmed", "tc_1"),
    event("evt_2", "invoice.rejected", "tc_2"),
    event("evt_9", "payment.disputed", "tc_3"),
    event("evt_8", "payment.confirmed", "tc_3"),
    event("evt_7", "quota.warning", null),
  ]);
  expect(Object.fromEntries(states)).toEqual({
    tc_1: "partially_refunded",
    tc_2: "rejected",
    tc_3: "disputed",
  });
});
