import { defineProvider } from "../catalogue/define-provider.ts";
import { contaAzulTools } from "./tools.ts";

/** Conta Azul in the catalogue. */
export const contaAzul = defineProvider({
  id: "conta-azul",
  name: "Conta Azul",
  categories: ["erp"],
  countries: ["BR"],
  authType: "oauth",
  capabilities: ["customer", "product", "order", "finance"],
  tools: contaAzulTools,
});
