import { describeShipping } from "../testing/describe-shipping.ts";
import { estafetaSimulation } from "./simulate.ts";
import { estafetaTranslator } from "./translate.ts";

describeShipping({
  server: estafetaSimulation,
  translator: estafetaTranslator,
  countries: ["MX"],
  cancels: true,
  reportsCreation: true,
  trackingCode: /^\d{10}$/,
});
