import { defineProvider } from "../catalogue/define-provider.ts";
import { correiosTools } from "./tools.ts";

/** Correios in the catalogue. */
export const correios = defineProvider({
  id: "correios",
  name: "Correios",
  categories: ["logistics"],
  countries: ["BR"],
  authType: "api_key",
  capabilities: ["quote", "label", "track", "reverse", "address_lookup"],
  routes: {
    ship: ["BR"],
  },
  tools: correiosTools,
});
