import { defineProvider } from "../catalogue/define-provider.ts";
import { openFinanceTools } from "./tools.ts";

/** Open Finance Brasil in the catalogue. */
export const openFinance = defineProvider({
  id: "open-finance",
  name: "Open Finance Brasil",
  categories: ["banking"],
  countries: ["BR"],
  authType: "oauth",
  capabilities: ["statement", "balance", "consent"],
  tools: openFinanceTools,
});
