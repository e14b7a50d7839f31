import { defineProvider } from "../catalogue/define-provider.ts";
import { blingTools } from "./tools.ts";

/** Bling in the catalogue. */
export const bling = defineProvider({
  id: "bling",
  name: "Bling",
  categories: ["erp"],
  countries: ["BR"],
  authType: "oauth",
  capabilities: ["customer", "product", "order", "stock"],
  tools: blingTools,
});
