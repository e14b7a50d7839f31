import { defineProvider } from "../catalogue/define-provider.ts";
import { pagseguroTools } from "./tools.ts";

/** PagSeguro in the catalogue. */
export const pagseguro = defineProvider({
  id: "pagseguro",
  name: "PagSeguro",
  categories: ["payments"],
  countries: ["BR"],
  authType: "api_key",
  capabilities: ["pix", "boleto", "credit_card", "debit_card", "wallet", "subscription", "refund", "capture"],
  aliases: ["pagbank"],
  routes: {
    pay: {
      BRL: ["pix", "boleto", "credit_card", "debit_card", "wallet"],
    },
  },
  tools: pagseguroTools,
});
