import { describeShipping } from "../testing/describe-shipping.ts";
import { chilexpressSimulation } from "./simulate.ts";
import { chilexpressTranslator } from "./translate.ts";

describeShipping({
  server: chilexpressSimulation,
  translator: chilexpressTranslator,
  countries: ["CL"],
  cancels: false,
  reportsCreation: true,
  needsAddresses: true,
  cities: { "8320000": "Santiago", "7500000": "Santiago", "6200000": "Punta Arenas" },
  locatesEvents: false,
  trackingCode: /^\d{12}$/,
});
