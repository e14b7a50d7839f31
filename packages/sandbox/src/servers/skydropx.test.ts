import { skydropx as translator } from "@codespar/backend/testing";
import { describeShipping } from "../testing/describe-shipping.ts";
import { skydropx as server } from "./skydropx.ts";

describeShipping({
  server,
  translator,
  countries: ["MX"],
  cancels: true,
  tellsCreation: true,
  trackingCode: /^\d{12}$/,
});
