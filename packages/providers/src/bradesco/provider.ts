import { defineProvider } from "../catalogue/define-provider.ts";
import { bradescoTools } from "./tools.ts";

/** Bradesco in the catalogue. */
export const bradesco = defineProvider({
  id: "bradesco",
  name: "Bradesco",
  categories: ["banking"],
  countries: ["BR"],
  authType: "certificate",
  capabilities: ["pix", "boleto", "transfer", "statement", "balance"],
  routes: { pay: { BRL: ["pix"] } },
  tools: bradescoTools,
});
