import { chilexpress as translator } from "@codespar/backend/testing";
import { describeShipping } from "../testing/describe-shipping.ts";
import { chilexpress as server } from "./chilexpress.ts";

describeShipping({
  server,
  translator,
  countries: ["CL"],
  cancels: false,
  tellsCreation: true,
  trackingCode: /^\d{12}$/,
});
