import { servientrega as translator } from "@codespar/backend/testing";
import { describeShipping } from "../testing/describe-shipping.ts";
import { servientrega as server } from "./servientrega.ts";

describeShipping({
  server,
  translator,
  countries: ["CO"],
  cancels: true,
  tellsCreation: true,
  trackingCode: /^\d{10}$/,
});
