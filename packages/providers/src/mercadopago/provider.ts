import { defineProvider } from "../catalogue/define-provider.ts";
import { mercadopagoTools } from "./tools.ts";

/** Mercado Pago in the catalogue. */
export const mercadopago = defineProvider({
  id: "mercadopago",
  name: "Mercado Pago",
  categories: ["payments"],
  countries: ["BR", "MX", "AR", "CO", "CL"],
  authType: "oauth",
  capabilities: [
    "pix",
    "boleto",
    "credit_card",
    "debit_card",
    "wallet",
    "spei",
    "oxxo",
    "pse",
    "checkout",
    "subscription",
    "refund",
    "capture",
  ],
  aliases: ["mercado-pago"],
  routes: {
    pay: {
      BRL: ["pix", "boleto", "credit_card", "debit_card", "wallet"],
      MXN: ["spei", "oxxo", "credit_card", "debit_card", "wallet"],
      ARS: ["credit_card", "debit_card", "wallet"],
      COP: ["pse", "credit_card", "debit_card", "wallet"],
      CLP: ["credit_card", "debit_card", "wallet"],
    },
    checkout: ["BRL", "MXN", "ARS", "COP", "CLP"],
  },
  tools: mercadopagoTools,
});
