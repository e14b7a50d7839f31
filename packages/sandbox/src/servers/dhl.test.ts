import { dhl as translator } from "@codespar/backend/testing";
import { describeShipping } from "../testing/describe-shipping.ts";
import { dhl as server } from "./dhl.ts";

describeShipping({
  server,
  translator,
  countries: ["MX"],
  cancels: false,
  tellsCreation: false,
  trackingCode: /^\d{10}$/,
});
