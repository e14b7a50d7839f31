import { defineProvider } from "../catalogue/define-provider.ts";
import { itauTools } from "./tools.ts";

/** Itaú in the catalogue. */
export const itau = defineProvider({
  id: "itau",
  name: "Itaú",
  categories: ["banking"],
  countries: ["BR"],
  authType: "certificate",
  capabilities: ["pix", "boleto", "transfer", "statement", "balance"],
  routes: { pay: { BRL: ["pix"] } },
  tools: itauTools,
});
