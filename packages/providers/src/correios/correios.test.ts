import { describeShipping } from "../testing/describe-shipping.ts";
import { correios as server } from "./simulate.ts";
import { correios as translator } from "./translate.ts";

describeShipping({
  server,
  translator,
  countries: ["BR"],
  cancels: false,
  tellsCreation: false,
  trackingCode: /^[A-Z]{2}\d{9}BR$/,
});
