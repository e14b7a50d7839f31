import { enotas as translator } from "@codespar/backend/testing";
import { describeInvoices } from "../testing/describe-invoices.ts";
import { enotas as server } from "./enotas.ts";

describeInvoices({ server, translator, types: ["nfe", "nfse"], corrects: [] });
