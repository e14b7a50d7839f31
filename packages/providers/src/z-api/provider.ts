import { defineProvider } from "../catalogue/define-provider.ts";
import { zApiTools } from "./tools.ts";

/** Z-API in the catalogue. */
export const zApi = defineProvider({
  id: "z-api",
  name: "Z-API",
  categories: ["messaging"],
  countries: ["BR"],
  authType: "api_key",
  capabilities: ["whatsapp"],
  routes: {
    notify: {
      whatsapp: ["BR"],
    },
  },
  tools: zApiTools,
});
