import { defineProvider } from "../catalogue/define-provider.ts";
import { chilexpressTools } from "./tools.ts";

/** Chilexpress in the catalogue. */
export const chilexpress = defineProvider({
  id: "chilexpress",
  name: "Chilexpress",
  categories: ["logistics"],
  countries: ["CL"],
  authType: "api_key",
  capabilities: ["quote", "label", "track"],
  routes: {
    ship: ["CL"],
  },
  tools: chilexpressTools,
});
