import type { JsonObject } from "@codespar/contract";
import { type Checkout, checkoutUrl } from "../engines/payments/checkout.ts";
import type { SimulationContext } from "../simulation/provider-definition.ts";

const statuses = { open: "ACTIVE", completed: "PAID", expired: "EXPIRED" } as const;

/** A hosted page as Asaas shows it. */
export function describeCheckout(checkout: Checkout, context: SimulationContext): JsonObject {
  return {
    id: checkout.id,
    link: checkoutUrl(context, checkout.id),
    status: statuses[checkout.status],
    minutesToExpire: Math.round((checkout.expiresAt - checkout.createdAt) / 60_000),
    ...checkout.native,
    externalReference: checkout.reference ?? null,
  };
}
