import { describeShipping } from "../testing/describe-shipping.ts";
import { loggi as server } from "./simulate.ts";
import { loggi as translator } from "./translate.ts";

describeShipping({
  server,
  translator,
  countries: ["BR"],
  cancels: true,
  tellsCreation: true,
  trackingCode: /^LGG[0-9A-Z]{10}$/,
});
