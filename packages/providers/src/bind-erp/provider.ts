import { defineProvider } from "../catalogue/define-provider.ts";
import { bindErpTools } from "./tools.ts";

/** Bind ERP in the catalogue. */
export const bindErp = defineProvider({
  id: "bind-erp",
  name: "Bind ERP",
  categories: ["erp"],
  countries: ["MX"],
  authType: "api_key",
  capabilities: ["customer", "product", "order"],
  tools: bindErpTools,
});
