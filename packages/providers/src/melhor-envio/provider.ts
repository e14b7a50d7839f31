import { defineProvider } from "../catalogue/define-provider.ts";
import { melhorEnvioTools } from "./tools.ts";

/** Melhor Envio in the catalogue. */
export const melhorEnvio = defineProvider({
  id: "melhor-envio",
  name: "Melhor Envio",
  categories: ["logistics"],
  countries: ["BR"],
  authType: "oauth",
  capabilities: ["quote", "label", "track"],
  routes: {
    ship: ["BR"],
  },
  tools: melhorEnvioTools,
});
