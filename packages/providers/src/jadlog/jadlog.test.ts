import { describeShipping } from "../testing/describe-shipping.ts";
import { jadlog as server } from "./simulate.ts";
import { jadlog as translator } from "./translate.ts";

describeShipping({
  server,
  translator,
  countries: ["BR"],
  cancels: true,
  tellsCreation: true,
  trackingCode: /^\d{14}$/,
});
