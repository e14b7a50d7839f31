import { defineProvider } from "../catalogue/define-provider.ts";
import { alegraTools } from "./tools.ts";

/** Alegra in the catalogue. */
export const alegra = defineProvider({
  id: "alegra",
  name: "Alegra",
  categories: ["erp"],
  countries: ["CO", "MX", "AR"],
  authType: "basic",
  capabilities: ["customer", "product", "finance"],
  tools: alegraTools,
});
