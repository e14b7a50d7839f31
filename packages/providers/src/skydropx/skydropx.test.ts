import { describeShipping } from "../testing/describe-shipping.ts";
import { skydropx as server } from "./simulate.ts";
import { skydropx as translator } from "./translate.ts";

describeShipping({
  server,
  translator,
  countries: ["MX"],
  cancels: true,
  tellsCreation: true,
  trackingCode: /^\d{12}$/,
});
