import { defineProvider } from "../catalogue/define-provider.ts";
import { nuvemFiscalTools } from "./tools.ts";

/** Nuvem Fiscal in the catalogue. */
export const nuvemFiscal = defineProvider({
  id: "nuvem-fiscal",
  name: "Nuvem Fiscal",
  categories: ["fiscal"],
  countries: ["BR"],
  authType: "oauth",
  capabilities: ["nfe", "nfce", "nfse", "cte", "mdfe", "company_lookup"],
  routes: {
    invoice: ["nfe", "nfce", "nfse", "cte", "mdfe"],
  },
  tools: nuvemFiscalTools,
});
