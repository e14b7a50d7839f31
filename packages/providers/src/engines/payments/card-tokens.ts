/** A card as a form's token stands for it; the number itself never passes. */
export interface Card {
  /** `visa`, `mastercard`, `amex`, `elo` or `hipercard`. */
  brand: string;
  last4: string;
}

const declineMessages = {
  generic_decline: "The card was declined.",
  insufficient_funds: "The card has insufficient funds.",
  expired_card: "The card has expired.",
  incorrect_cvc: "The card's security code is incorrect.",
  lost_card: "The card was declined.",
  stolen_card: "The card was declined.",
  fraudulent: "The card was declined.",
  processing_error: "An error occurred while the card was processed.",
} as const;

/** Why the simulated issuer says no, in Stripe's words; each server has its own code for it. */
export type DeclineReason = keyof typeof declineMessages;

const VISA: Card = { brand: "visa", last4: "4242" };

const cards: ReadonlyMap<string, Card> = new Map([
  ["visa", VISA],
  ["visa_debit", { brand: "visa", last4: "5556" }],
  ["mastercard", { brand: "mastercard", last4: "4444" }],
  ["mastercard_debit", { brand: "mastercard", last4: "3222" }],
  ["amex", { brand: "amex", last4: "0005" }],
  ["elo", { brand: "elo", last4: "7013" }],
  ["hipercard", { brand: "hipercard", last4: "6634" }],
]);

const declines: ReadonlyMap<string, DeclineReason> = new Map([
  ["chargeDeclined", "generic_decline"],
  ["chargeDeclinedInsufficientFunds", "insufficient_funds"],
  ["chargeDeclinedExpiredCard", "expired_card"],
  ["chargeDeclinedIncorrectCvc", "incorrect_cvc"],
  ["chargeDeclinedLostCard", "lost_card"],
  ["chargeDeclinedStolenCard", "stolen_card"],
  ["chargeDeclinedFraudulent", "fraudulent"],
  ["chargeDeclinedProcessingError", "processing_error"],
]);

/** What the payer sees. */
export function declineMessage(reason: DeclineReason): string {
  return declineMessages[reason];
}

/**
 * The card behind a token, and whether its issuer declines. No token is a Visa, and so is a token that a
 * provider's form would make; undefined for a `tok_` or `pm_card_` that is not in the table, because that is a typo.
 */
export function readCardToken(
  token: string | undefined,
): { card: Card; decline?: DeclineReason | undefined } | undefined {
  if (token === undefined) return { card: VISA };
  const name = /^(?:tok|pm_card)_(.+)$/.exec(token)?.[1];
  if (name === undefined) return { card: VISA };
  const card = cards.get(name);
  if (card !== undefined) return { card };
  // Stripe writes some of them as tok_visa_chargeDeclined…
  const decline = declines.get(name.startsWith("visa_") ? name.slice(5) : name);
  return decline === undefined ? undefined : { card: { brand: "visa", last4: "0002" }, decline };
}
