import { defineProvider } from "../catalogue/define-provider.ts";
import { totvsTools } from "./tools.ts";

/** TOTVS Protheus in the catalogue. */
export const totvs = defineProvider({
  id: "totvs",
  name: "TOTVS Protheus",
  categories: ["erp"],
  countries: ["BR"],
  authType: "basic",
  capabilities: ["customer", "product", "order", "finance"],
  nicknames: ["protheus"],
  tools: totvsTools,
});
