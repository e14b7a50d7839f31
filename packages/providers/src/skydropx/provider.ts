import { defineProvider } from "../catalogue/define-provider.ts";
import { skydropxTools } from "./tools.ts";

/** Skydropx in the catalogue. */
export const skydropx = defineProvider({
  id: "skydropx",
  name: "Skydropx",
  categories: ["logistics"],
  countries: ["MX"],
  authType: "api_key",
  capabilities: ["quote", "label", "track"],
  routes: {
    ship: ["MX"],
  },
  tools: skydropxTools,
});
