import type { SimulationContext } from "../../simulation/provider-definition.ts";
import type { FiscalDocument } from "./fiscal-document.ts";

const EVENTS = {
  authorized: "invoice.authorized",
  rejected: "invoice.rejected",
  cancelled: "invoice.cancelled",
  processing: undefined,
  closed: undefined,
} as const;

/** Reports what became of a document, in the meta-tool's field names and centavos. */
export function notifyDocument(document: FiscalDocument, context: SimulationContext): void {
  const type = EVENTS[document.status];
  if (type === undefined) return;
  const { id, kind, status, number, series, accessKey, amount, verdict } = document;
  context.notify(document.operationId, type, {
    invoice_id: id,
    type: kind,
    status,
    number,
    series: String(series),
    access_key: accessKey,
    amount,
    ...(verdict?.protocol === undefined ? {} : { protocol: verdict.protocol }),
    ...(status === "rejected" && verdict !== undefined
      ? { rejection: { code: verdict.code, message: verdict.message } }
      : {}),
  });
}
