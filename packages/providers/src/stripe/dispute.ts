import type { JsonObject } from "@codespar/contract";
import { unixSeconds } from "@codespar/formats";
import { closeDispute, listCharges } from "../engines/payments/change-charge.ts";
import { CHARGE_KIND, type Charge, type ChargeDispute } from "../engines/payments/charge.ts";
import { isObject } from "../json/native-json.ts";
import { textAt, valueAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { describeMovements } from "./balance.ts";
import { readChargeId } from "./describe-charge.ts";
import { getList, noSuch, nulls, readMetadata } from "./object-fields.ts";

/** Days in which a merchant can respond; by the network, seven to twenty-one (docs.stripe.com/disputes). */
const RESPONSE_DAYS = 7;
const DAY = 86_400_000;

/** What the test control disputed, oldest first. */
export function listDisputes(args: JsonObject, context: SimulationContext): JsonObject {
  const [charge, intent] = [textAt(args, "charge"), textAt(args, "payment_intent")];
  const found = listCharges(context).flatMap((each) => {
    const isAsked =
      (charge === undefined || readChargeId(each) === charge) && (intent === undefined || each.id === intent);
    return each.dispute !== undefined && isAsked ? [describeDispute(each, each.dispute, context)] : [];
  });
  return getList(args, found, "/v1/disputes");
}

export function readDispute(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const found = find(args, context);
  return found instanceof Refusal ? found : describeDispute(found.charge, found.dispute, context);
}

/** The merchant's evidence; with `submit`, the bank has it and decides. */
export function updateDispute(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const found = find(args, context);
  if (found instanceof Refusal) return found;
  const { charge, dispute } = found;
  if (dispute.outcome !== undefined) return alreadyClosed();
  const evidence = valueAt(args, "evidence");
  const kept: JsonObject = {
    ...(isObject(charge.native?.dispute) ? charge.native.dispute : {}),
    ...(isObject(evidence) ? { evidence } : {}),
    ...(args.submit === true ? { submitted: true } : {}),
    metadata: readMetadata(args),
  };
  const changed: Charge = {
    ...charge,
    updatedAt: context.now,
    native: { ...charge.native, dispute: kept },
  };
  context.put(CHARGE_KIND, charge.id, changed);
  return describeDispute(changed, dispute, context);
}

/** The merchant gives in. */
export function acceptDispute(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const found = find(args, context);
  if (found instanceof Refusal) return found;
  const closed = closeDispute(context, found.charge.id, "lost");
  if (closed instanceof Refusal || closed.dispute === undefined) return alreadyClosed();
  return describeDispute(closed, closed.dispute, context);
}

export function describeDispute(
  charge: Charge,
  dispute: ChargeDispute,
  context: SimulationContext,
): JsonObject {
  const { id, amount, openedAt, reason, outcome } = dispute;
  const native = isObject(charge.native?.dispute) ? charge.native.dispute : {};
  const isSubmitted = native.submitted === true;
  const given = isObject(native.evidence) ? native.evidence : {};
  const dueBy = openedAt + RESPONSE_DAYS * DAY;
  return {
    id,
    object: "dispute",
    amount,
    balance_transactions: describeMovements(
      context,
      ({ source, type }) => source === id && (type === "dispute" || type === "dispute_won"),
    ),
    charge: readChargeId(charge),
    created: unixSeconds(openedAt),
    currency: charge.currency.toLowerCase(),
    enhanced_eligibility_types: [],
    evidence: {
      ...nulls(
        "access_activity_log",
        "billing_address",
        "cancellation_policy",
        "cancellation_policy_disclosure",
        "cancellation_rebuttal",
        "customer_communication",
        "customer_email_address",
        "customer_name",
        "customer_purchase_ip",
        "customer_signature",
        "duplicate_charge_documentation",
        "duplicate_charge_explanation",
        "duplicate_charge_id",
        "product_description",
        "receipt",
        "refund_policy",
        "refund_policy_disclosure",
        "refund_refusal_explanation",
        "service_date",
        "service_documentation",
        "shipping_address",
        "shipping_carrier",
        "shipping_date",
        "shipping_documentation",
        "shipping_tracking_number",
        "uncategorized_file",
        "uncategorized_text",
      ),
      enhanced_evidence: {},
      ...given,
    },
    evidence_details: {
      due_by: unixSeconds(dueBy),
      enhanced_eligibility: {},
      has_evidence: Object.keys(given).length > 0,
      past_due: dueBy < context.now,
      submission_count: isSubmitted ? 1 : 0,
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: isObject(native.metadata) ? native.metadata : {},
    payment_intent: charge.id,
    reason,
    status: outcome ?? (isSubmitted ? "under_review" : "needs_response"),
  };
}

function find(args: JsonObject, context: SimulationContext) {
  const id = textAt(args, "id") ?? "";
  const charge = listCharges(context).find(({ dispute }) => dispute?.id === id);
  return charge?.dispute === undefined ? noSuch("dispute", id) : { charge, dispute: charge.dispute };
}

function alreadyClosed(): Refusal {
  return new Refusal("dispute_not_open", "This dispute is already closed.");
}
