import { defineProvider } from "../catalogue/define-provider.ts";
import { servientregaTools } from "./tools.ts";

/** Servientrega in the catalogue. */
export const servientrega = defineProvider({
  id: "servientrega",
  name: "Servientrega",
  categories: ["logistics"],
  countries: ["CO"],
  authType: "basic",
  capabilities: ["quote", "label", "track"],
  routes: {
    ship: ["CO"],
  },
  tools: servientregaTools,
});
