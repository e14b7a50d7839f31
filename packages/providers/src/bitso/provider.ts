import { defineProvider } from "../catalogue/define-provider.ts";
import { bitsoTools } from "./tools.ts";

/** Bitso in the catalogue. */
export const bitso = defineProvider({
  id: "bitso",
  name: "Bitso",
  categories: ["crypto"],
  countries: ["MX", "BR", "AR", "CO"],
  authType: "api_key",
  capabilities: ["quote", "trade", "withdraw", "balance"],
  tools: bitsoTools,
});
