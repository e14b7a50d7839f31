import { describeShipping } from "../testing/describe-shipping.ts";
import { mercadoEnvios as server } from "./simulate.ts";
import { mercadoEnvios as translator } from "./translate.ts";

describeShipping({
  server,
  translator,
  countries: ["BR", "AR", "MX"],
  cancels: false,
  tellsCreation: true,
  trackingCode: /^ML[BAM][0-9A-Z]{10}$/,
});
