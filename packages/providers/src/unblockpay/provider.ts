import { defineProvider } from "../catalogue/define-provider.ts";
import { unblockpayTools } from "./tools.ts";

/** UnblockPay in the catalogue. */
export const unblockpay = defineProvider({
  id: "unblockpay",
  name: "UnblockPay",
  categories: ["crypto"],
  countries: ["BR", "MX"],
  authType: "api_key",
  capabilities: ["wallet", "onramp", "offramp", "quote"],
  tools: unblockpayTools,
});
