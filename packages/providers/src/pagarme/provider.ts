import { defineProvider } from "../catalogue/define-provider.ts";
import { pagarmeTools } from "./tools.ts";

/** Pagar.me in the catalogue. */
export const pagarme = defineProvider({
  id: "pagarme",
  name: "Pagar.me",
  categories: ["payments"],
  countries: ["BR"],
  authType: "basic",
  capabilities: ["pix", "boleto", "credit_card", "checkout", "subscription", "refund", "capture", "transfer"],
  aliases: ["pagar-me"],
  routes: {
    pay: {
      BRL: ["pix", "boleto", "credit_card"],
    },
    checkout: ["BRL"],
  },
  tools: pagarmeTools,
});
