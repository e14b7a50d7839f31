import { describeShipping } from "../testing/describe-shipping.ts";
import { servientregaSimulation } from "./simulate.ts";
import { servientregaTranslator } from "./translate.ts";

describeShipping({
  server: servientregaSimulation,
  translator: servientregaTranslator,
  countries: ["CO"],
  cancels: true,
  tellsCreation: true,
  trackingCode: /^\d{10}$/,
});
