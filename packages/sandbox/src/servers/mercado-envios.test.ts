import { mercadoEnvios as translator } from "@codespar/backend/testing";
import { describeShipping } from "../testing/describe-shipping.ts";
import { mercadoEnvios as server } from "./mercado-envios.ts";

describeShipping({
  server,
  translator,
  countries: ["BR", "AR", "MX"],
  cancels: false,
  tellsCreation: true,
  trackingCode: /^ML[BAM][0-9A-Z]{10}$/,
});
