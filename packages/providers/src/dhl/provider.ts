import { defineProvider } from "../catalogue/define-provider.ts";
import { dhlTools } from "./tools.ts";

/** DHL Express in the catalogue. */
export const dhl = defineProvider({
  id: "dhl",
  name: "DHL Express",
  categories: ["logistics"],
  countries: ["MX"],
  authType: "basic",
  capabilities: ["quote", "label", "track"],
  routes: {
    ship: ["MX"],
  },
  tools: dhlTools,
});
