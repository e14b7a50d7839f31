import { describeShipping } from "../testing/describe-shipping.ts";
import { dhl as server } from "./simulate.ts";
import { dhl as translator } from "./translate.ts";

describeShipping({
  server,
  translator,
  countries: ["MX"],
  cancels: false,
  tellsCreation: false,
  trackingCode: /^\d{10}$/,
});
