import { describeShipping } from "../testing/describe-shipping.ts";
import { correiosSimulation } from "./simulate.ts";
import { correiosTranslator } from "./translate.ts";

describeShipping({
  server: correiosSimulation,
  translator: correiosTranslator,
  countries: ["BR"],
  cancels: false,
  reportsCreation: false,
  trackingCode: /^[A-Z]{2}\d{9}BR$/,
});
