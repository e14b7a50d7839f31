import { defineProvider } from "../catalogue/define-provider.ts";
import { takeBlipTools } from "./tools.ts";

/** Take Blip in the catalogue. */
export const takeBlip = defineProvider({
  id: "take-blip",
  name: "Take Blip",
  categories: ["messaging"],
  countries: ["BR"],
  authType: "api_key",
  capabilities: ["whatsapp"],
  routes: {
    notify: {
      whatsapp: ["BR"],
    },
  },
  nicknames: ["blip"],
  tools: takeBlipTools,
});
