import { defineProvider } from "../catalogue/define-provider.ts";
import { zenviaTools } from "./tools.ts";

/** Zenvia in the catalogue. */
export const zenvia = defineProvider({
  id: "zenvia",
  name: "Zenvia",
  categories: ["messaging"],
  countries: ["BR", "MX"],
  authType: "api_key",
  capabilities: ["sms", "whatsapp", "email"],
  routes: {
    notify: {
      whatsapp: ["BR", "*"],
      sms: ["*"],
      email: ["*"],
    },
  },
  tools: zenviaTools,
});
