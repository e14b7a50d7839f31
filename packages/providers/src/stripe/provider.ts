import { defineProvider } from "../catalogue/define-provider.ts";
import { stripeTools } from "./tools.ts";

/** Stripe in the catalogue. */
export const stripe = defineProvider({
  id: "stripe",
  name: "Stripe",
  categories: ["payments"],
  countries: ["BR", "MX"],
  authType: "api_key",
  capabilities: [
    "credit_card",
    "debit_card",
    "pix",
    "boleto",
    "oxxo",
    "checkout",
    "subscription",
    "refund",
    "capture",
  ],
  routes: {
    pay: {
      BRL: ["pix", "boleto", "credit_card", "debit_card"],
      MXN: ["oxxo", "credit_card", "debit_card"],
      USD: ["credit_card", "debit_card"],
    },
    checkout: ["BRL", "MXN", "USD"],
  },
  tools: stripeTools,
});
