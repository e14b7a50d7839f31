import { defineProvider } from "../catalogue/define-provider.ts";
import { omieTools } from "./tools.ts";

/** Omie in the catalogue. */
export const omie = defineProvider({
  id: "omie",
  name: "Omie",
  categories: ["erp"],
  countries: ["BR"],
  authType: "api_key",
  capabilities: ["customer", "product", "order", "finance"],
  tools: omieTools,
});
