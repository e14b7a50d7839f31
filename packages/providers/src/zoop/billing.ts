import type { JsonObject } from "@codespar/contract";
import { daysBetween, isCalendarDate } from "@codespar/formats";
import type { PaymentConditions, PaymentPart } from "../engines/payments/payment-conditions.ts";
import { numberAt, objectsAt, textAt } from "../json/read-arguments.ts";

const instructions = "payment_method.billing_instructions";

/**
 * Fine, interest and discount of a boleto; undefined when it has none, and is then paid by its due date or not at all. Amounts are cents,
 * percentages whole (imobanco/zoop-wrapper, recorded).
 */
export function readBilling(args: JsonObject, dueDate: string | undefined): PaymentConditions | undefined {
  const fine = readPart(args, `${instructions}.late_fee`);
  const monthly = numberAt(args, `${instructions}.interest.percentage`);
  const [discount] = objectsAt(args, `${instructions}.discount`);
  const part = discount === undefined ? undefined : readPart(discount);
  const limit = textAt(discount, "limit_date");
  if (fine === undefined && monthly === undefined && part === undefined) return undefined;
  return {
    fine,
    monthlyInterest: monthly === undefined ? undefined : Math.round(monthly * 100),
    discount:
      part === undefined || dueDate === undefined || limit === undefined || !isCalendarDate(limit)
        ? undefined
        : { part, daysBefore: Math.max(0, daysBetween(limit, dueDate)) },
  };
}

function readPart(json: JsonObject, path?: string): PaymentPart | undefined {
  const at = (name: string) => numberAt(json, path === undefined ? name : `${path}.${name}`);
  const percentage = at("percentage");
  if (percentage !== undefined) return { basisPoints: Math.round(percentage * 100) };
  const amount = at("amount");
  return amount === undefined ? undefined : { amount };
}
