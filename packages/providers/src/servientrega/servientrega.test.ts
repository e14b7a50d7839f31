import { describeShipping } from "../testing/describe-shipping.ts";
import { servientrega as server } from "./simulate.ts";
import { servientrega as translator } from "./translate.ts";

describeShipping({
  server,
  translator,
  countries: ["CO"],
  cancels: true,
  tellsCreation: true,
  trackingCode: /^\d{10}$/,
});
