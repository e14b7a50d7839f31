import { defineProvider } from "../catalogue/define-provider.ts";
import { sendgridTools } from "./tools.ts";

/** SendGrid in the catalogue. */
export const sendgrid = defineProvider({
  id: "sendgrid",
  name: "SendGrid",
  categories: ["messaging"],
  countries: ["BR", "MX", "AR", "CO", "CL"],
  authType: "api_key",
  capabilities: ["email", "template"],
  routes: {
    notify: {
      email: ["*"],
    },
  },
  tools: sendgridTools,
});
