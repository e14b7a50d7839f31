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

/** Conekta's test tokens name brand and last digits: `tok_test_visa_4242` (doc: developers.conekta.com, testing). */
const namedCard = /^test_(visa|mastercard|amex)_(\d{4})$/;
const namedDeclines: ReadonlyMap<string, DeclineReason> = new Map([
  ["test_card_declined", "generic_decline"],
  ["test_insufficient_funds", "insufficient_funds"],
]);
/** What the test forms of Wompi (`tok_test_12345_…`) and Stripe (`tok_1…`) make. */
const madeByForm = /^(?:test_\d+_[0-9A-Za-z]+|1[0-9A-Za-z]{7,})$/;

/** What the payer sees. */
export function declineMessage(reason: DeclineReason): string {
  return declineMessages[reason];
}

/**
 * The card behind a token, and whether its issuer declines. No token is a Visa, and so is a token that a
 * provider's form would make; undefined for a `tok_` or `pm_card_` that no provider documents, because that is a typo.
 */
export function readCardToken(
  token: string | undefined,
): { card: Card; decline?: DeclineReason | undefined } | undefined {
  if (token === undefined) return { card: VISA };
  const name = /^(?:tok|pm_card)_(.+)$/.exec(token)?.[1];
  if (name === undefined) return { card: VISA };
  const card = cards.get(name);
  if (card !== undefined) return { card };
  const [, brand, last4] = namedCard.exec(name) ?? [];
  if (brand !== undefined && last4 !== undefined) return { card: { brand, last4 } };
  if (madeByForm.test(name)) return { card: VISA };
  // Stripe writes some of them as tok_visa_chargeDeclined…
  const decline = declines.get(name.startsWith("visa_") ? name.slice(5) : name) ?? namedDeclines.get(name);
  return decline === undefined ? undefined : { card: { brand: "visa", last4: "0002" }, decline };
}
