import { defineProvider } from "../catalogue/define-provider.ts";
import { mercadoBitcoinTools } from "./tools.ts";

/** Mercado Bitcoin in the catalogue. */
export const mercadoBitcoin = defineProvider({
  id: "mercado-bitcoin",
  name: "Mercado Bitcoin",
  categories: ["crypto"],
  countries: ["BR"],
  authType: "api_key",
  capabilities: ["quote", "trade", "balance"],
  tools: mercadoBitcoinTools,
});
