import type { JsonObject } from "@codespar/contract";
import { toMajorUnits } from "@codespar/formats";
import { listCharges } from "../engines/payments/change-charge.ts";
import type { Charge, ChargeDispute } from "../engines/payments/charge.ts";
import { textAt } from "../json/read-arguments.ts";
import { Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { localTime } from "./account.ts";

const DAY = 86_400_000;
/** Days in which documents can be sent; unverified. */
const DOCUMENT_DAYS = 10;

/** `GET /v1/chargebacks/{id}` (mercadopago.com/developers, /reference/chargebacks); fields beyond those of the page are left out. */
export function readChargeback(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const id = textAt(args, "id") ?? "";
  const charge = listCharges(context).find(({ dispute }) => dispute?.id === id);
  return charge?.dispute === undefined
    ? new Refusal("not_found", `The chargeback ${id} was not found`, "not_found")
    : describe(charge, charge.dispute);
}

function describe(charge: Charge, { id, amount, openedAt, outcome, closedAt }: ChargeDispute): JsonObject {
  const at = (time: number) => localTime(time, charge.currency);
  return {
    id,
    payments: [Number(charge.id)],
    currency: charge.currency,
    amount: toMajorUnits(amount, charge.currency),
    coverage_applied: outcome === undefined ? null : outcome === "won",
    coverage_elegible: true,
    documentation_required: outcome === undefined,
    documentation_status: outcome === undefined ? "pending" : "not_supplied",
    documentation: [],
    date_documentation_deadline: at(openedAt + DOCUMENT_DAYS * DAY),
    date_created: at(openedAt),
    date_last_updated: at(closedAt ?? openedAt),
    live_mode: false,
  };
}
