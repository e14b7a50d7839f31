import { defineProvider } from "../catalogue/define-provider.ts";
import { zoopTools } from "./tools.ts";

/** Zoop in the catalogue. */
export const zoop = defineProvider({
  id: "zoop",
  name: "Zoop",
  categories: ["payments"],
  countries: ["BR"],
  authType: "basic",
  capabilities: ["pix", "boleto", "credit_card", "refund", "capture", "split", "transfer"],
  routes: {
    pay: {
      BRL: ["pix", "boleto", "credit_card"],
    },
  },
  tools: zoopTools,
});
