import type { JsonObject } from "@codespar/contract";
import { randomHex } from "@codespar/formats";
import { numberAt, textAt, valueAt } from "../json/read-arguments.ts";
import type { CallContext, SimulationContext } from "../simulation/provider-definition.ts";
import { localTime } from "./account.ts";

const DAY = 86_400_000;

/** The holders' names with which its test cards are told how to end. */
const outcomes: Readonly<Record<string, string>> = {
  APRO: "",
  OTHE: "_chargeDeclined",
  CALL: "_chargeDeclinedProcessingError",
  FUND: "_chargeDeclinedInsufficientFunds",
  SECU: "_chargeDeclinedIncorrectCvc",
  EXPI: "_chargeDeclinedExpiredCard",
  FORM: "_chargeDeclinedProcessingError",
};

/** The card behind a token. Its number is looked at for its last digits and never kept. */
export function createCardToken(args: JsonObject, context: CallContext): JsonObject {
  const number = textAt(args, "card_number") ?? "5031433215406351";
  const holder = textAt(args, "cardholder.name") ?? "APRO";
  const token: JsonObject = {
    card_id: textAt(args, "card_id") ?? null,
    card_number_length: number.length,
    cardholder: {
      identification: valueAt(args, "cardholder.identification") ?? { number: null, type: null },
      name: holder,
    },
    date_created: localTime(context.now, "BRL"),
    date_due: localTime(context.now + 7 * DAY, "BRL"),
    date_last_updated: localTime(context.now, "BRL"),
    expiration_month: numberAt(args, "expiration_month") ?? 11,
    expiration_year: numberAt(args, "expiration_year") ?? 2034,
    first_six_digits: number.slice(0, 6),
    id: randomHex(context.random, 32),
    last_four_digits: number.slice(-4),
    live_mode: false,
    luhn_validation: true,
    public_key: textAt(args, "public_key") ?? null,
    require_esc: false,
    security_code_length: 3,
    status: "active",
  };
  context.put("card_token", textAt(token, "id") ?? "", token);
  return token;
}

/** The token of a card, as the engine knows cards; undefined for one that was not made here. */
export function readStoredToken(
  context: SimulationContext,
  id: string | undefined,
): { token: string; cardholder: string } | undefined {
  const stored = id === undefined ? undefined : context.get<JsonObject>("card_token", id);
  if (stored === undefined) return undefined;
  const holder = textAt(stored, "cardholder.name") ?? "APRO";
  const brand = (textAt(stored, "first_six_digits") ?? "").startsWith("4") ? "visa" : "mastercard";
  const decline = outcomes[holder.toUpperCase()] ?? "";
  return { token: decline === "" ? `tok_${brand}` : `tok_visa${decline}`, cardholder: holder };
}
