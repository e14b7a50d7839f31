import { defineProvider } from "../catalogue/define-provider.ts";
import { interTools } from "./tools.ts";

/** Banco Inter in the catalogue. */
export const inter = defineProvider({
  id: "inter",
  name: "Banco Inter",
  categories: ["payments", "banking"],
  countries: ["BR"],
  authType: "oauth",
  capabilities: ["pix", "boleto", "transfer", "statement", "balance"],
  aliases: ["inter-bank"],
  routes: {
    pay: {
      BRL: ["pix", "boleto"],
    },
  },
  tools: interTools,
});
