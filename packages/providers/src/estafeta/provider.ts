import { defineProvider } from "../catalogue/define-provider.ts";
import { estafetaTools } from "./tools.ts";

/** Estafeta in the catalogue. */
export const estafeta = defineProvider({
  id: "estafeta",
  name: "Estafeta",
  categories: ["logistics"],
  countries: ["MX"],
  authType: "api_key",
  capabilities: ["quote", "label", "track"],
  routes: {
    ship: ["MX"],
  },
  tools: estafetaTools,
});
