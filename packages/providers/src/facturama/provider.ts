import { defineProvider } from "../catalogue/define-provider.ts";
import { facturamaTools } from "./tools.ts";

/** Facturama in the catalogue. */
export const facturama = defineProvider({
  id: "facturama",
  name: "Facturama",
  categories: ["fiscal"],
  countries: ["MX"],
  authType: "basic",
  capabilities: ["cfdi"],
  routes: {
    invoice: ["cfdi"],
  },
  tools: facturamaTools,
});
