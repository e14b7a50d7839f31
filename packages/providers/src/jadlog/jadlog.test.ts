import { describeShipping } from "../testing/describe-shipping.ts";
import { jadlogSimulation } from "./simulate.ts";
import { jadlogTranslator } from "./translate.ts";

describeShipping({
  server: jadlogSimulation,
  translator: jadlogTranslator,
  countries: ["BR"],
  cancels: true,
  reportsCreation: true,
  givesLabels: false,
  trackingCode: /^\d{14}$/,
});
