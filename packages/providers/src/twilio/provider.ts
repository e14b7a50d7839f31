import { defineProvider } from "../catalogue/define-provider.ts";
import { twilioTools } from "./tools.ts";

/** Twilio in the catalogue. */
export const twilio = defineProvider({
  id: "twilio",
  name: "Twilio",
  categories: ["messaging"],
  countries: ["BR", "MX", "AR", "CO", "CL"],
  authType: "basic",
  capabilities: ["sms", "whatsapp"],
  routes: {
    notify: {
      whatsapp: ["BR", "*"],
      sms: ["*"],
    },
  },
  tools: twilioTools,
});
