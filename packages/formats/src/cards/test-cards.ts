import type { CardBrand } from "./card-number.ts";

export interface TestCard {
  number: string;
  brand: CardBrand;
  outcome: "approved" | "declined";
}

/** Published test numbers. The outcome is what the sandbox returns, not every provider's own promise. */
export const TEST_CARDS: readonly TestCard[] = [
  { number: "4242424242424242", brand: "visa", outcome: "approved" },
  { number: "4111111111111111", brand: "visa", outcome: "approved" },
  { number: "4000000760000002", brand: "visa", outcome: "approved" },
  { number: "4235647728025682", brand: "visa", outcome: "approved" },
  { number: "4509953566233704", brand: "visa", outcome: "approved" },
  { number: "4051885600446623", brand: "visa", outcome: "approved" },
  { number: "5555555555554444", brand: "mastercard", outcome: "approved" },
  { number: "2223003122003222", brand: "mastercard", outcome: "approved" },
  { number: "5474925432670366", brand: "mastercard", outcome: "approved" },
  { number: "5186059559590568", brand: "mastercard", outcome: "approved" },
  { number: "378282246310005", brand: "american-express", outcome: "approved" },
  { number: "375365153556885", brand: "american-express", outcome: "approved" },
  { number: "370000000002032", brand: "american-express", outcome: "approved" },
  { number: "6362970000457013", brand: "elo", outcome: "approved" },
  { number: "5067766783888311", brand: "elo", outcome: "approved" },
  { number: "6062826786276634", brand: "hipercard", outcome: "approved" },
  { number: "4000000000000002", brand: "visa", outcome: "declined" },
];
