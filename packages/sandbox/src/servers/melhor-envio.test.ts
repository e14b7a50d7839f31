import { melhorEnvio as translator } from "@codespar/backend/testing";
import { describeShipping } from "../testing/describe-shipping.ts";
import { melhorEnvio as server } from "./melhor-envio.ts";

describeShipping({
  server,
  translator,
  countries: ["BR"],
  cancels: true,
  tellsCreation: true,
  trackingCode: /^ME\d{2}[0-9A-Z]{7}BR$/,
});
