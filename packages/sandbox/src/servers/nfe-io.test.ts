import { nfeIo as translator } from "@codespar/backend/testing";
import { describeInvoices } from "../testing/describe-invoices.ts";
import { nfeIo as server } from "./nfe-io.ts";

describeInvoices({ server, translator, types: ["nfe", "nfse"], corrects: [] });
