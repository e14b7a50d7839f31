import { defineProvider } from "../catalogue/define-provider.ts";
import { loggiTools } from "./tools.ts";

/** Loggi in the catalogue. */
export const loggi = defineProvider({
  id: "loggi",
  name: "Loggi",
  categories: ["logistics"],
  countries: ["BR"],
  authType: "api_key",
  capabilities: ["quote", "label", "track"],
  routes: {
    ship: ["BR"],
  },
  tools: loggiTools,
});
