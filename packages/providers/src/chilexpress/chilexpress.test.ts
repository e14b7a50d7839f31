import { describeShipping } from "../testing/describe-shipping.ts";
import { chilexpressSimulation } from "./simulate.ts";
import { chilexpressTranslator } from "./translate.ts";

describeShipping({
  server: chilexpressSimulation,
  translator: chilexpressTranslator,
  countries: ["CL"],
  cancels: false,
  reportsCreation: true,
  trackingCode: /^\d{12}$/,
});
