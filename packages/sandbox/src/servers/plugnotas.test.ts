import { plugnotas as translator } from "@codespar/backend/testing";
import { describeInvoices } from "../testing/describe-invoices.ts";
import { plugnotas as server } from "./plugnotas.ts";

describeInvoices({ server, translator, types: ["nfe", "nfse", "cte", "mdfe"], corrects: [] });
