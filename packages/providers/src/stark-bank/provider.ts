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
  tools: starkBankTools,
});
