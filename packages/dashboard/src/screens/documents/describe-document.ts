import type { ToolCall } from "@codespar/contract";
import { type MadeData, objectOf, textOf } from "../made/read-data.ts";

/** Looks at a document are calls too; those that made one have an event, or were refused. */
export function isDocument({ status }: Pick<ToolCall, "status">, state: string | undefined): boolean {
  return state !== undefined || status === "refused" || status === "unknown";
}

/** A document in a line: what it is, its number and for whom. */
export function describeDocument(document: MadeData): string {
  const kind = textOf(document, "family") === "brazil" ? textOf(document, "kind") : "cfdi";
  const number = document.number ?? document.folio ?? "";
  const receiver = textOf(objectOf(document, "receiver"), "name");
  return [`${(kind ?? "").toUpperCase()} ${number}`.trim(), receiver].filter(Boolean).join(" · ");
}
