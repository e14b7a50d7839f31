import { describeInvoices } from "../testing/describe-invoices.ts";
import { nfeIo as server } from "./simulate.ts";
import { nfeIo as translator } from "./translate.ts";

describeInvoices({ server, translator, types: ["nfe", "nfse"], corrects: [] });
