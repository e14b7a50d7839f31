import { describeShipping } from "../testing/describe-shipping.ts";
import { andreani as server } from "./simulate.ts";
import { andreani as translator } from "./translate.ts";

describeShipping({
  server,
  translator,
  countries: ["AR"],
  cancels: true,
  tellsCreation: true,
  trackingCode: /^\d{15}$/,
});
