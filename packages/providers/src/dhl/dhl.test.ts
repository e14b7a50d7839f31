import { describeShipping } from "../testing/describe-shipping.ts";
import { dhlSimulation } from "./simulate.ts";
import { dhlTranslator } from "./translate.ts";

describeShipping({
  server: dhlSimulation,
  translator: dhlTranslator,
  countries: ["MX"],
  cancels: false,
  reportsCreation: false,
  needsAddresses: true,
  trackingCode: /^\d{10}$/,
});
