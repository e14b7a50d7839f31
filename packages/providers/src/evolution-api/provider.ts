import { defineProvider } from "../catalogue/define-provider.ts";
import { evolutionApiTools } from "./tools.ts";

/** Evolution API in the catalogue. */
export const evolutionApi = defineProvider({
  id: "evolution-api",
  name: "Evolution API",
  categories: ["messaging"],
  countries: ["BR"],
  authType: "api_key",
  capabilities: ["whatsapp"],
  routes: {
    notify: {
      whatsapp: ["BR"],
    },
  },
  nicknames: ["evolution"],
  tools: evolutionApiTools,
});
