import { defineProvider } from "../catalogue/define-provider.ts";
import { openFinanceTools } from "./tools.ts";

/**
 * Open Finance Brasil in the catalogue. It has no connector: each institution has an address of its own, and only participants whom
 * the Banco Central regulates may call it, by signed assertions and a person's consent in their bank's app.
 */
export const openFinance = defineProvider({
  id: "open-finance",
  name: "Open Finance Brasil",
  categories: ["banking"],
  countries: ["BR"],
  authType: "oauth",
  capabilities: ["statement", "balance", "consent"],
  tools: openFinanceTools,
});
