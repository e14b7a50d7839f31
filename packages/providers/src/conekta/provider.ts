import { defineProvider } from "../catalogue/define-provider.ts";
import { conektaTools } from "./tools.ts";

/** Conekta in the catalogue. */
export const conekta = defineProvider({
  id: "conekta",
  name: "Conekta",
  categories: ["payments"],
  countries: ["MX"],
  authType: "basic",
  capabilities: [
    "spei",
    "oxxo",
    "credit_card",
    "debit_card",
    "checkout",
    "subscription",
    "refund",
    "capture",
  ],
  routes: {
    pay: {
      MXN: ["spei", "oxxo", "credit_card", "debit_card"],
    },
    checkout: ["MXN"],
  },
  tools: conektaTools,
});
