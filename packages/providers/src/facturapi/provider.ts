import { defineProvider } from "../catalogue/define-provider.ts";
import { facturapiTools } from "./tools.ts";

/** Facturapi in the catalogue. */
export const facturapi = defineProvider({
  id: "facturapi",
  name: "Facturapi",
  categories: ["fiscal"],
  countries: ["MX"],
  authType: "api_key",
  capabilities: ["cfdi", "customer_lookup"],
  routes: {
    invoice: ["cfdi"],
  },
  tools: facturapiTools,
});
