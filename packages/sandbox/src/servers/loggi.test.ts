import { loggi as translator } from "@codespar/backend/testing";
import { describeShipping } from "../testing/describe-shipping.ts";
import { loggi as server } from "./loggi.ts";

describeShipping({
  server,
  translator,
  countries: ["BR"],
  cancels: true,
  tellsCreation: true,
  trackingCode: /^LGG[0-9A-Z]{10}$/,
});
