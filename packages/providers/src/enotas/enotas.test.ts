import { describeInvoices } from "../testing/describe-invoices.ts";
import { enotas as server } from "./simulate.ts";
import { enotas as translator } from "./translate.ts";

describeInvoices({ server, translator, types: ["nfe", "nfse"], corrects: [] });
