import { describeInvoices } from "../testing/describe-invoices.ts";
import { enotasSimulation } from "./simulate.ts";
import { enotasTranslator } from "./translate.ts";

describeInvoices({
  server: enotasSimulation,
  translator: enotasTranslator,
  types: ["nfe", "nfse"],
  corrects: [],
  asynchronous: ["nfe", "nfse"],
});
