import type { FiscalDocument } from "../engines/invoices/fiscal-document.ts";
import type { DocumentChange } from "../simulation/document-change.ts";

/** The Brazilian fiscal document whose status a change moved; undefined for every other change. */
export function readInvoiceChange(change: DocumentChange): FiscalDocument | undefined {
  if (change.kind !== "invoice" || change.after.family !== "brazil") return undefined;
  if (change.before?.status === change.after.status) return undefined;
  // the engine is the only one that writes documents of this kind
  return change.after as unknown as FiscalDocument;
}
