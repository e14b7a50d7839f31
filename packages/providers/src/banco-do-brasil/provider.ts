import { defineProvider } from "../catalogue/define-provider.ts";
import { bancoDoBrasilTools } from "./tools.ts";

/** Banco do Brasil in the catalogue. */
export const bancoDoBrasil = defineProvider({
  id: "banco-do-brasil",
  name: "Banco do Brasil",
  categories: ["banking"],
  countries: ["BR"],
  authType: "oauth",
  capabilities: ["pix", "boleto", "statement", "balance"],
  nicknames: ["bb"],
  routes: { pay: { BRL: ["pix"] } },
  tools: bancoDoBrasilTools,
});
