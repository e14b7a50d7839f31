import { describeShipping } from "../testing/describe-shipping.ts";
import { mercadoEnviosSimulation } from "./simulate.ts";
import { mercadoEnviosTranslator } from "./translate.ts";

describeShipping({
  server: mercadoEnviosSimulation,
  translator: mercadoEnviosTranslator,
  countries: ["BR", "AR", "MX"],
  cancels: false,
  reportsCreation: true,
  trackingCode: /^ML[BAM][0-9A-Z]{10}$/,
});
