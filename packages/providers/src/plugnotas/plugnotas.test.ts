import { describeInvoices } from "../testing/describe-invoices.ts";
import { plugnotas as server } from "./simulate.ts";
import { plugnotas as translator } from "./translate.ts";

describeInvoices({ server, translator, types: ["nfe", "nfse", "cte", "mdfe"], corrects: [] });
