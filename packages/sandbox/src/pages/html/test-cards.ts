import type { Currency } from "@codespar/contract";

/** A test card as the page's form takes it. */
export interface PageCard {
  number: string;
  brand: string;
  /** The token that the simulated providers charge. */
  token: string;
  outcome:
    | "approved"
    | "challenge"
    | "expired_card"
    | "generic_decline"
    | "incorrect_cvc"
    | "insufficient_funds";
  /** Where it is in use. @default everywhere */
  currency?: Currency | undefined;
}

/** Published test numbers: Stripe's, and Elo's and Hipercard's of Brazil. */
const cards: readonly PageCard[] = [
  { number: "4242424242424242", brand: "Visa", token: "tok_visa", outcome: "approved" },
  { number: "5555555555554444", brand: "Mastercard", token: "tok_mastercard", outcome: "approved" },
  { number: "378282246310005", brand: "American Express", token: "tok_amex", outcome: "approved" },
  { number: "6362970000457013", brand: "Elo", token: "tok_elo", outcome: "approved", currency: "BRL" },
  {
    number: "6062826786276634",
    brand: "Hipercard",
    token: "tok_hipercard",
    outcome: "approved",
    currency: "BRL",
  },
  { number: "4000000000003220", brand: "Visa", token: "tok_visa", outcome: "challenge" },
  { number: "4000000000000002", brand: "Visa", token: "tok_chargeDeclined", outcome: "generic_decline" },
  {
    number: "4000000000009995",
    brand: "Visa",
    token: "tok_chargeDeclinedInsufficientFunds",
    outcome: "insufficient_funds",
  },
  {
    number: "4000000000000069",
    brand: "Visa",
    token: "tok_chargeDeclinedExpiredCard",
    outcome: "expired_card",
  },
  {
    number: "4000000000000127",
    brand: "Visa",
    token: "tok_chargeDeclinedIncorrectCvc",
    outcome: "incorrect_cvc",
  },
];

export function pageCards(currency: Currency): PageCard[] {
  return cards.filter((card) => card.currency === undefined || card.currency === currency);
}

/** What a person typed into the form; nothing of it is kept but the card's token. */
export interface CardForm {
  number: string;
  expiry: string;
  cvc: string;
}

/** Which field is wrong, or the card. @param now Epoch milliseconds. */
export function readCard(
  form: CardForm,
  currency: Currency,
  now: number,
): PageCard | "number" | "expiry" | "cvc" {
  const digits = form.number.replace(/[\s-]/g, "");
  const card = pageCards(currency).find(({ number }) => number === digits);
  if (card === undefined) return "number";
  const [, month = "", year = ""] = /^\s*(0[1-9]|1[0-2])\s*\/\s*(\d{2})\s*$/.exec(form.expiry) ?? [];
  // good until the month ends
  if (month === "" || Date.UTC(2000 + Number(year), Number(month), 1) <= now) return "expiry";
  return /^\s*\d{3,4}\s*$/.test(form.cvc) ? card : "cvc";
}
