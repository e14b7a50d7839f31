import { defineProvider } from "../catalogue/define-provider.ts";
import { asaasTools } from "./tools.ts";

/** Asaas in the catalogue. */
export const asaas = defineProvider({
  id: "asaas",
  name: "Asaas",
  categories: ["payments"],
  countries: ["BR"],
  authType: "api_key",
  capabilities: ["pix", "boleto", "credit_card", "checkout", "subscription", "refund", "capture", "transfer"],
  routes: {
    pay: {
      BRL: ["pix", "boleto", "credit_card"],
    },
    checkout: ["BRL"],
  },
  tools: asaasTools,
});
