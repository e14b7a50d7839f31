import { describeShipping } from "../testing/describe-shipping.ts";
import { skydropxSimulation } from "./simulate.ts";
import { skydropxTranslator } from "./translate.ts";

describeShipping({
  server: skydropxSimulation,
  translator: skydropxTranslator,
  countries: ["MX"],
  cancels: true,
  reportsCreation: true,
  needsAddresses: true,
  trackingCode: /^\d{12}$/,
});
