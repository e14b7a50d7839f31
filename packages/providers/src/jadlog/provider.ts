import { defineProvider } from "../catalogue/define-provider.ts";
import { jadlogTools } from "./tools.ts";

/** Jadlog in the catalogue. */
export const jadlog = defineProvider({
  id: "jadlog",
  name: "Jadlog",
  categories: ["logistics"],
  countries: ["BR"],
  authType: "api_key",
  capabilities: ["quote", "label", "track"],
  routes: {
    ship: ["BR"],
  },
  tools: jadlogTools,
});
