import { defineProvider } from "../catalogue/define-provider.ts";
import { focusNfeTools } from "./tools.ts";

/** Focus NFe in the catalogue. */
export const focusNfe = defineProvider({
  id: "focus-nfe",
  name: "Focus NFe",
  categories: ["fiscal"],
  countries: ["BR"],
  authType: "basic",
  capabilities: ["nfe", "nfce", "nfse", "cte", "mdfe"],
  routes: {
    invoice: ["nfe", "nfce", "nfse", "cte", "mdfe"],
  },
  tools: focusNfeTools,
});
