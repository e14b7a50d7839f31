import { describeShipping } from "../testing/describe-shipping.ts";
import { loggiSimulation } from "./simulate.ts";
import { loggiTranslator } from "./translate.ts";

describeShipping({
  server: loggiSimulation,
  translator: loggiTranslator,
  countries: ["BR"],
  cancels: true,
  reportsCreation: true,
  trackingCode: /^LGG[0-9A-Z]{10}$/,
});
