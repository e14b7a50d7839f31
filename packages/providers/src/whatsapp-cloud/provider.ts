import { defineProvider } from "../catalogue/define-provider.ts";
import { whatsappCloudTools } from "./tools.ts";

/** WhatsApp Cloud API in the catalogue. */
export const whatsappCloud = defineProvider({
  id: "whatsapp-cloud",
  name: "WhatsApp Cloud API",
  categories: ["messaging"],
  countries: ["BR", "MX", "AR", "CO", "CL"],
  authType: "api_key",
  capabilities: ["whatsapp", "template"],
  routes: {
    notify: {
      whatsapp: ["BR", "*"],
    },
  },
  tools: whatsappCloudTools,
});
