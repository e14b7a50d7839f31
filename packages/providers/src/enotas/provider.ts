import { defineProvider } from "../catalogue/define-provider.ts";
import { enotasTools } from "./tools.ts";

/** eNotas in the catalogue. */
export const enotas = defineProvider({
  id: "enotas",
  name: "eNotas",
  categories: ["fiscal"],
  countries: ["BR"],
  authType: "api_key",
  capabilities: ["nfe", "nfse"],
  routes: {
    invoice: ["nfe", "nfse"],
  },
  tools: enotasTools,
});
