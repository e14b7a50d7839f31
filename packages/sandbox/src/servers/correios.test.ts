import { correios as translator } from "@codespar/backend/testing";
import { describeShipping } from "../testing/describe-shipping.ts";
import { correios as server } from "./correios.ts";

describeShipping({
  server,
  translator,
  countries: ["BR"],
  cancels: false,
  tellsCreation: false,
  trackingCode: /^[A-Z]{2}\d{9}BR$/,
});
