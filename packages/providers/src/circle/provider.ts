import { defineProvider } from "../catalogue/define-provider.ts";
import { circleTools } from "./tools.ts";

/** Circle in the catalogue. */
export const circle = defineProvider({
  id: "circle",
  name: "Circle",
  categories: ["crypto"],
  countries: ["BR", "MX", "AR", "CO", "CL"],
  authType: "api_key",
  capabilities: ["wallet", "payment", "payout"],
  tools: circleTools,
});
