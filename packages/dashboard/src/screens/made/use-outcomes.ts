import type { WebhookEvent, WebhookEventType } from "@codespar/contract";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../api/use-api.ts";

/** What each type of event says of what a call made. */
export const outcomeOf: Readonly<Partial<Record<WebhookEventType, string>>> = {
  "payment.confirmed": "paid",
  "payment.failed": "failed",
  "payment.expired": "expired",
  "payment.refunded": "refunded",
  "payment.disputed": "disputed",
  "checkout.completed": "completed",
  "invoice.authorized": "authorized",
  "invoice.rejected": "rejected",
  "invoice.cancelled": "cancelled",
  "shipment.created": "created",
  "shipment.in_transit": "in_transit",
  "shipment.delivered": "delivered",
  "message.sent": "sent",
  "message.delivered": "delivered",
  "message.read": "read",
};

/** By tool call: the latest state that events tell, whatever order they come in. */
export function latestStates(events: readonly WebhookEvent[]): ReadonlyMap<string, string> {
  const states = new Map<string, string>();
  // an id says when its event came about
  for (const event of [...events].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { tool_call_id: call, type, data } = event;
    // a partial refund says so itself
    const own = type === "payment.refunded" && typeof data.status === "string" ? data.status : undefined;
    if (call !== null) states.set(call, own ?? outcomeOf[type] ?? type);
  }
  return states;
}

/** By tool call: the latest state of what it made, as far as the newest hundred events of each type tell. */
export function useOutcomes(types: readonly WebhookEventType[]): ReadonlyMap<string, string> {
  const { codespar } = useApi();
  const { data } = useQuery({
    queryKey: ["outcomes", ...types],
    async queryFn({ signal }) {
      const pages = await Promise.all(
        types.map((type) => codespar.events.list({ type, limit: 100 }, { signal })),
      );
      return latestStates(pages.flatMap((page) => page.data));
    },
    meta: { live: true },
  });
  return data ?? empty;
}

const empty: ReadonlyMap<string, string> = new Map();
