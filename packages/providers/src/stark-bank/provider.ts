import { defineProvider } from "../catalogue/define-provider.ts";
import { starkBankTools } from "./tools.ts";

/** Stark Bank in the catalogue. */
export const starkBank = defineProvider({
  id: "stark-bank",
  name: "Stark Bank",
  categories: ["banking"],
  countries: ["BR"],
  authType: "certificate",
  capabilities: ["pix", "boleto", "transfer", "statement", "balance"],
  nicknames: ["stark"],
  keywords: {
    stark_bank_create_invoice: "pix charge",
    stark_bank_get_invoice: "pix charge",
    stark_bank_get_deposit: "received",
  },
  routes: { pay: { BRL: ["pix"] } },
  tools: starkBankTools,
});
