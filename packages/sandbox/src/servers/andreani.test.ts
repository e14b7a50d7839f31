import { andreani as translator } from "@codespar/backend/testing";
import { describeShipping } from "../testing/describe-shipping.ts";
import { andreani as server } from "./andreani.ts";

describeShipping({
  server,
  translator,
  countries: ["AR"],
  cancels: true,
  tellsCreation: true,
  trackingCode: /^\d{15}$/,
});
