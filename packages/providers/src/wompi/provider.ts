import { defineProvider } from "../catalogue/define-provider.ts";
import { wompiTools } from "./tools.ts";

/** Wompi in the catalogue. */
export const wompi = defineProvider({
  id: "wompi",
  name: "Wompi",
  categories: ["payments"],
  countries: ["CO"],
  authType: "api_key",
  capabilities: ["pse", "credit_card", "wallet", "checkout", "refund"],
  routes: {
    pay: {
      COP: ["pse", "credit_card", "wallet"],
    },
    checkout: ["COP"],
  },
  tools: wompiTools,
});
