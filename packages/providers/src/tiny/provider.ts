import { defineProvider } from "../catalogue/define-provider.ts";
import { tinyTools } from "./tools.ts";

/** Tiny ERP in the catalogue. */
export const tiny = defineProvider({
  id: "tiny",
  name: "Tiny ERP",
  categories: ["erp"],
  countries: ["BR"],
  authType: "api_key",
  capabilities: ["customer", "product", "order", "stock"],
  tools: tinyTools,
});
