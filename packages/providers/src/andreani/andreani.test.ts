import { describeShipping } from "../testing/describe-shipping.ts";
import { andreaniSimulation } from "./simulate.ts";
import { andreaniTranslator } from "./translate.ts";

describeShipping({
  server: andreaniSimulation,
  translator: andreaniTranslator,
  countries: ["AR"],
  cancels: true,
  reportsCreation: true,
  trackingCode: /^\d{15}$/,
});
