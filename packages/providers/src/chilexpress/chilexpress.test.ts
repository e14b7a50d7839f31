import { describeShipping } from "../testing/describe-shipping.ts";
import { chilexpress as server } from "./simulate.ts";
import { chilexpress as translator } from "./translate.ts";

describeShipping({
  server,
  translator,
  countries: ["CL"],
  cancels: false,
  tellsCreation: true,
  trackingCode: /^\d{12}$/,
});
