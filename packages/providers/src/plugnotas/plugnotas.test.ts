import { describeInvoices } from "../testing/describe-invoices.ts";
import { plugnotasSimulation } from "./simulate.ts";
import { plugnotasTranslator } from "./translate.ts";

describeInvoices({
  server: plugnotasSimulation,
  translator: plugnotasTranslator,
  types: ["nfe", "nfse", "cte", "mdfe"],
  corrects: [],
  asynchronous: ["nfe", "nfse", "cte", "mdfe"],
  saysDayAlone: true,
});
