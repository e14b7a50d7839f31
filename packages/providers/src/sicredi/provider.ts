import { defineProvider } from "../catalogue/define-provider.ts";
import { sicrediTools } from "./tools.ts";

/** Sicredi in the catalogue. */
export const sicredi = defineProvider({
  id: "sicredi",
  name: "Sicredi",
  categories: ["payments", "banking"],
  countries: ["BR"],
  authType: "certificate",
  capabilities: ["pix", "boleto", "balance", "statement"],
  routes: {
    pay: {
      BRL: ["pix", "boleto"],
    },
  },
  tools: sicrediTools,
});
