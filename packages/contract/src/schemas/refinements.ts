import { CURRENCIES, explainFraction } from "@codespar/formats";
import { z } from "zod";
import type { ListInput } from "../meta-tools/list-input.ts";
import { methodCurrencies, type PaymentMethod, paymentMethods } from "../meta-tools/pay.ts";
import type { Currency } from "../wire/money.ts";
import { text, timestamp } from "./fields.ts";

/** Adds an issue for each field that is missing, at that field. */
export function requireFields<Value extends object>(
  value: Value,
  context: z.RefinementCtx,
  fields: readonly (keyof Value & string)[],
  why: string,
): void {
  for (const field of fields) {
    if (value[field] === undefined) {
      context.addIssue({ code: "custom", path: [field], message: `${field} is required ${why}.` });
    }
  }
}

/** Adds an issue when an amount has centavos in a currency that is paid without: no provider of COP takes them. */
export function checkWholeUnits(
  amount: number | undefined,
  currency: Currency | undefined,
  path: (string | number)[],
  context: z.RefinementCtx,
): void {
  // what is no whole number has its own issue
  if (currency === undefined || !Number.isSafeInteger(amount)) return;
  if (amount === undefined || !CURRENCIES[currency].wholeUnitsOnly) return;
  const problem = explainFraction(amount, currency);
  if (problem !== undefined)
    context.addIssue({ code: "custom", path, message: `${path.join(".")} ${problem}` });
}

/** Why a method cannot be paid in a currency; undefined when it can. */
export function explainMethodCurrency(method: PaymentMethod, currency: Currency): string | undefined {
  const only = methodCurrencies[method];
  if (only === undefined || only === currency) return undefined;
  const others = paymentMethods.filter((other) => (methodCurrencies[other] ?? currency) === currency);
  return `${method} is paid in ${only}, not ${currency}. Send currency "${only}", or one of ${others.join(", ")}.`;
}

const untold = { advertised: false };

/** What a `list` action takes; a model is shown the cursor alone. */
export const listFields = {
  since: timestamp.meta(untold).optional(),
  until: timestamp.meta(untold).optional(),
  limit: z.int().min(1).max(100).meta(untold).optional(),
  cursor: text(500).optional(),
};

const listOnly = ["status", "since", "until", "limit", "cursor"] as const;
const listAlso: ReadonlySet<string> = new Set([...listOnly, "action", "reference", "provider"]);

/** Refuses what would be ignored: filters without `list`, and with it all that is no filter. */
export function checkListFields(
  input: ListInput & { action?: string | undefined; status?: string | undefined },
  context: z.RefinementCtx,
): void {
  const isList = input.action === "list";
  const given = Object.entries(input).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  const wrong = isList
    ? given.filter((field) => !listAlso.has(field))
    : listOnly.filter((field) => given.includes(field));
  for (const field of wrong) {
    const message = isList
      ? `${field} is no filter of a list. Leave it out; reference, status, since, until, limit, cursor and provider are.`
      : `${field} goes with action "list". Leave it out.`;
    context.addIssue({ code: "custom", path: [field], message });
  }
  const { since, until } = input;
  if (isList && since !== undefined && until !== undefined && Date.parse(since) >= Date.parse(until))
    context.addIssue({ code: "custom", path: ["until"], message: "until must be later than since." });
}
