import { jadlog as translator } from "@codespar/backend/testing";
import { describeShipping } from "../testing/describe-shipping.ts";
import { jadlog as server } from "./jadlog.ts";

describeShipping({
  server,
  translator,
  countries: ["BR"],
  cancels: true,
  tellsCreation: true,
  trackingCode: /^\d{14}$/,
});
