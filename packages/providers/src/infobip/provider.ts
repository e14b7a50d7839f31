import { defineProvider } from "../catalogue/define-provider.ts";
import { infobipTools } from "./tools.ts";

/** Infobip in the catalogue. */
export const infobip = defineProvider({
  id: "infobip",
  name: "Infobip",
  categories: ["messaging"],
  countries: ["BR", "MX", "AR", "CO", "CL"],
  authType: "api_key",
  capabilities: ["sms", "whatsapp", "email"],
  routes: {
    notify: {
      whatsapp: ["BR", "*"],
      sms: ["*"],
      email: ["*"],
    },
  },
  tools: infobipTools,
});
