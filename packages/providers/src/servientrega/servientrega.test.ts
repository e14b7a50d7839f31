import { describeShipping } from "../testing/describe-shipping.ts";
import { servientregaSimulation } from "./simulate.ts";
import { servientregaTranslator } from "./translate.ts";

describeShipping({
  server: servientregaSimulation,
  translator: servientregaTranslator,
  countries: ["CO"],
  cancels: true,
  reportsCreation: true,
  trackingCode: /^\d{10}$/,
});
