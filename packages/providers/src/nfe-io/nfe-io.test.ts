import { describeInvoices } from "../testing/describe-invoices.ts";
import { nfeIoSimulation } from "./simulate.ts";
import { nfeIoTranslator } from "./translate.ts";

describeInvoices({
  server: nfeIoSimulation,
  translator: nfeIoTranslator,
  types: ["nfe", "nfse"],
  corrects: [],
  asynchronous: ["nfe", "nfse"],
});
