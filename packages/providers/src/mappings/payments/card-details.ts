import type { CardDetails } from "@codespar/contract";
import { listInstallments } from "./list-installments.ts";

export interface CardFacts {
  /** As the provider writes it. */
  brand: string | undefined;
  last4: string | undefined;
  authorizationCode: string | undefined;
  /** @default 1 */
  installments: number | undefined;
  /** Minor units. */
  amount: number;
  /** Milliseconds since the epoch. */
  createdAt: number | undefined;
  /** Zone in which the card is charged. */
  timeZone: string;
}

/** Brands that providers write in their own way. */
const brands: Readonly<Record<string, string>> = {
  american_express: "amex",
  "american express": "amex",
  mc: "mastercard",
};

export function cardDetails(facts: CardFacts): CardDetails {
  const { brand = "unknown", last4 = "", authorizationCode = "", installments = 1 } = facts;
  const name = brand.toLowerCase();
  return {
    brand: brands[name] ?? name,
    last4,
    installments: listInstallments(facts.amount, installments, facts.createdAt ?? 0, facts.timeZone),
    authorization_code: authorizationCode,
  };
}
