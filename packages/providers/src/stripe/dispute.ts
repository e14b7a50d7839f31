import type { JsonObject } from "@codespar/contract";
import { unixSeconds } from "@codespar/formats";
import { listCharges } from "../engines/payments/change-charge.ts";
import type { Charge, ChargeDispute } from "../engines/payments/charge.ts";
import { textAt } from "../json/read-arguments.ts";
import type { SimulationContext } from "../simulation/provider-definition.ts";
import { readChargeId } from "./describe-charge.ts";
import { getList } from "./object-fields.ts";

/** What the test control disputed, oldest first. */
export function listDisputes(args: JsonObject, context: SimulationContext): JsonObject {
  const [charge, intent] = [textAt(args, "charge"), textAt(args, "payment_intent")];
  const found = listCharges(context).flatMap((each) => {
    const isAsked =
      (charge === undefined || readChargeId(each) === charge) && (intent === undefined || each.id === intent);
    return each.dispute !== undefined && isAsked ? [describe(each, each.dispute)] : [];
  });
  return getList(args, found, "/v1/disputes");
}

function describe(charge: Charge, { id, amount, openedAt, reason }: ChargeDispute): JsonObject {
  return {
    id,
    object: "dispute",
    amount,
    charge: readChargeId(charge),
    created: unixSeconds(openedAt),
    currency: charge.currency.toLowerCase(),
    livemode: false,
    metadata: {},
    payment_intent: charge.id,
    reason,
    status: "needs_response",
  };
}
