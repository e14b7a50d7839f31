import type { JsonObject, PaymentMethod } from "@codespar/contract";
import { toMajorUnits } from "@codespar/formats";
import type { Charge } from "../engines/payments/charge.ts";
import { getOwed, type PaymentConditions, type PaymentPart } from "../engines/payments/payment-conditions.ts";
import { amountAt } from "../json/native-json.ts";
import { numberAt, textAt, valueAt } from "../json/read-arguments.ts";
import { Refusal } from "../simulation/provider-definition.ts";

const names = ["discount", "interest", "fine"] as const;

/**
 * Fine, interest and discount of a new payment (docs.asaas.com, "Criar nova cobrança"): `interest.value` is a percentage a month.
 * A boleto of Asaas can be paid late, with or without them. A part without a type is an amount, as Asaas shows one that is not set.
 */
export function readConditions(
  args: JsonObject,
  method: PaymentMethod,
  amount: number,
): PaymentConditions | Refusal | undefined {
  const given = names.find((name) => valueAt(args, name) !== undefined);
  if (method !== "boleto") {
    if (given === undefined) return undefined;
    const message = `The sandbox simulates ${given} for a boleto alone.`;
    return new Refusal("invalid_request", message, "invalid_action");
  }
  const fine = readPart(args, "fine");
  const interest = numberAt(args, "interest.value");
  const part = readPart(args, "discount");
  if (part !== undefined && ("amount" in part ? part.amount >= amount : part.basisPoints >= 10_000))
    return new Refusal("invalid_request", "O desconto deve ser menor que o valor.", "invalid_discount");
  return {
    fine,
    monthlyInterest: interest === undefined ? undefined : Math.round(interest * 100),
    discount:
      part === undefined ? undefined : { part, daysBefore: numberAt(args, "discount.dueDateLimitDays") ?? 0 },
  };
}

function readPart(args: JsonObject, name: "discount" | "fine"): PaymentPart | undefined {
  const value = numberAt(args, `${name}.value`);
  if (value === undefined || value === 0) return undefined;
  if (textAt(args, `${name}.type`) === "PERCENTAGE") return { basisPoints: Math.round(value * 100) };
  return { amount: amountAt(args, `${name}.value`, "BRL") ?? 0 };
}

/** The three as a payment shows them, set or not. */
export function describeConditions(conditions: PaymentConditions = {}): JsonObject {
  const { fine, monthlyInterest = 0, discount } = conditions;
  return {
    discount: {
      ...describePart(discount?.part),
      limitDate: null,
      dueDateLimitDays: discount?.daysBefore ?? 0,
    },
    fine: describePart(fine),
    interest: { value: monthlyInterest / 100, type: "PERCENTAGE" },
  };
}

function describePart(part: PaymentPart = { amount: 0 }): JsonObject {
  return "amount" in part
    ? { value: toMajorUnits(part.amount, "BRL"), type: "FIXED" }
    : { value: part.basisPoints / 100, type: "PERCENTAGE" };
}

/** What was asked, once something else was paid, and what a late payer owes more. */
export function describeOwed(
  { amount, owedAmount, boleto, conditions, paidAt, status }: Charge,
  now: number,
): JsonObject {
  const at = paidAt ?? (status === "expired" ? now : undefined);
  const owed =
    boleto === undefined || conditions === undefined || at === undefined
      ? undefined
      : getOwed(amount, boleto.dueDate, conditions, at);
  const more = owed === undefined ? 0 : owed.fine + owed.interest;
  return {
    originalValue: owedAmount === undefined ? null : toMajorUnits(amount, "BRL"),
    interestValue: more === 0 ? null : toMajorUnits(more, "BRL"),
  };
}
