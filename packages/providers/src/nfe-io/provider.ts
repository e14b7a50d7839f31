import { defineProvider } from "../catalogue/define-provider.ts";
import { nfeIoTools } from "./tools.ts";

/** NFE.io in the catalogue. */
export const nfeIo = defineProvider({
  id: "nfe-io",
  name: "NFE.io",
  categories: ["fiscal"],
  countries: ["BR"],
  authType: "api_key",
  capabilities: ["nfe", "nfse", "company_lookup"],
  routes: {
    invoice: ["nfe", "nfse"],
  },
  tools: nfeIoTools,
});
