import { describeShipping } from "../testing/describe-shipping.ts";
import { estafeta as server } from "./simulate.ts";
import { estafeta as translator } from "./translate.ts";

describeShipping({
  server,
  translator,
  countries: ["MX"],
  cancels: true,
  tellsCreation: true,
  trackingCode: /^\d{10}$/,
});
