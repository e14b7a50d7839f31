import { defineProvider } from "../catalogue/define-provider.ts";
import { transbankTools } from "./tools.ts";

/** Transbank Webpay in the catalogue. */
export const transbank = defineProvider({
  id: "transbank",
  name: "Transbank Webpay",
  categories: ["payments"],
  countries: ["CL"],
  authType: "api_key",
  capabilities: ["webpay", "credit_card", "debit_card", "refund"],
  aliases: ["webpay"],
  routes: {
    pay: {
      CLP: ["webpay", "credit_card", "debit_card"],
    },
  },
  tools: transbankTools,
});
