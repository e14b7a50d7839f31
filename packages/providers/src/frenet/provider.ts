import { defineProvider } from "../catalogue/define-provider.ts";
import { frenetTools } from "./tools.ts";

/** Frenet in the catalogue. */
export const frenet = defineProvider({
  id: "frenet",
  name: "Frenet",
  categories: ["logistics"],
  countries: ["BR"],
  authType: "api_key",
  capabilities: ["quote", "track"],
  routes: {
    ship: ["BR"],
  },
  tools: frenetTools,
});
