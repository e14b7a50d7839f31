import { defineProvider } from "../catalogue/define-provider.ts";
import { mercadoEnviosTools } from "./tools.ts";

/** Mercado Envios in the catalogue. */
export const mercadoEnvios = defineProvider({
  id: "mercado-envios",
  name: "Mercado Envios",
  categories: ["logistics"],
  countries: ["AR", "BR", "MX"],
  authType: "oauth",
  capabilities: ["quote", "label", "track"],
  routes: {
    ship: ["BR", "MX", "AR"],
  },
  tools: mercadoEnviosTools,
});
