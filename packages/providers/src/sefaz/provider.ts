import { defineProvider } from "../catalogue/define-provider.ts";
import { sefazTools } from "./tools.ts";

/** SEFAZ / SPED in the catalogue. */
export const sefaz = defineProvider({
  id: "sefaz",
  name: "SEFAZ / SPED",
  categories: ["fiscal"],
  countries: ["BR"],
  authType: "certificate",
  capabilities: ["nfe", "cte", "mdfe", "sped", "service_status"],
  routes: {
    invoice: ["nfe", "cte", "mdfe", "sped"],
  },
  tools: sefazTools,
});
