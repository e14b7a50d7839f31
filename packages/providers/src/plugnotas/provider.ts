import { defineProvider } from "../catalogue/define-provider.ts";
import { plugnotasTools } from "./tools.ts";

/** PlugNotas in the catalogue. */
export const plugnotas = defineProvider({
  id: "plugnotas",
  name: "PlugNotas",
  categories: ["fiscal"],
  countries: ["BR"],
  authType: "api_key",
  capabilities: ["nfe", "nfse", "cte", "mdfe"],
  routes: {
    invoice: ["nfe", "nfse", "cte", "mdfe"],
  },
  tools: plugnotasTools,
});
