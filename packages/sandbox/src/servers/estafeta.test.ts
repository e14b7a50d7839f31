import { estafeta as translator } from "@codespar/backend/testing";
import { describeShipping } from "../testing/describe-shipping.ts";
import { estafeta as server } from "./estafeta.ts";

describeShipping({
  server,
  translator,
  countries: ["MX"],
  cancels: true,
  tellsCreation: true,
  trackingCode: /^\d{10}$/,
});
