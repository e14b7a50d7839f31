import { defineProvider } from "../catalogue/define-provider.ts";
import { nubankTools } from "./tools.ts";

/** Nubank in the catalogue. */
export const nubank = defineProvider({
  id: "nubank",
  name: "Nubank",
  categories: ["banking"],
  countries: ["BR"],
  authType: "oauth",
  capabilities: ["pix", "statement", "balance"],
  noPublicApi: "there is no public API; accounts are read through Open Finance",
  tools: nubankTools,
});
