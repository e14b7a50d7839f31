import type { TranslationContext } from "@codespar/backend/ports";
import { bareText } from "@codespar/formats";
import { requireBrazilIssuer } from "./require-issuer.ts";

export interface NumberedDocument {
  type: "nfe" | "nfce" | "cte" | "mdfe";
  series: number;
}

/** The document's number (nNF, nCT, nMDF), for providers that leave counting to whoever issues. */
export function nextNumber({ type, series }: NumberedDocument, context: TranslationContext): Promise<number> {
  const { issuer, fiscal } = requireBrazilIssuer(context);
  // a profile says no first number of what only a sandbox issues
  const first = type === "nfe" || type === "nfce" ? issuer.first_numbers?.[type] : undefined;
  return fiscal.documentNumber({ issuer: bareText(issuer.tax_id), type, series, first });
}
