import type { SimulationContext } from "../../simulation/provider-definition.ts";
import type { CfdiDocument } from "./cfdi-document.ts";
import type { FiscalDocument } from "./fiscal-document.ts";

/** A document itself, its cancellation, or its last correction letter. */
export type DocumentPart = "document" | "cancellation" | "correction";

const suffixes = { document: "", cancellation: "-can", correction: "-cce" } as const;

/** Where a document's print or XML is; the file is called after its access key or UUID, as everywhere. */
export function documentUrl(
  { pageUrl }: Pick<SimulationContext, "pageUrl">,
  document: FiscalDocument | CfdiDocument,
  format: "pdf" | "xml",
  part: DocumentPart = "document",
): string {
  const key = document.family === "brazil" ? document.accessKey : document.stamp.UUID;
  return pageUrl("invoice", document.id, `${key}${suffixes[part]}.${format}`);
}
