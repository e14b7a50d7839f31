import { defineProvider } from "../catalogue/define-provider.ts";
import { andreaniTools } from "./tools.ts";

/** Andreani in the catalogue. */
export const andreani = defineProvider({
  id: "andreani",
  name: "Andreani",
  categories: ["logistics"],
  countries: ["AR"],
  authType: "basic",
  capabilities: ["quote", "label", "track"],
  routes: {
    ship: ["AR"],
  },
  tools: andreaniTools,
});
