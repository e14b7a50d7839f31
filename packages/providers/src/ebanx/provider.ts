import { defineProvider } from "../catalogue/define-provider.ts";
import { ebanxTools } from "./tools.ts";

/** EBANX in the catalogue. */
export const ebanx = defineProvider({
  id: "ebanx",
  name: "EBANX",
  categories: ["payments"],
  countries: ["BR", "MX", "AR", "CO", "CL"],
  authType: "api_key",
  capabilities: ["pix", "boleto", "credit_card", "spei", "pse", "refund", "capture", "payout"],
  routes: {
    pay: {
      BRL: ["pix", "boleto", "credit_card"],
      MXN: ["spei", "credit_card"],
      ARS: ["credit_card"],
      COP: ["pse", "credit_card"],
      CLP: ["credit_card"],
    },
  },
  tools: ebanxTools,
});
