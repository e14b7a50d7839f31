import type { TranslationContext } from "@codespar/backend/ports";
import { bareText } from "@codespar/formats";
import type { GoodsDocument } from "./goods-document.ts";
import { requireBrazilIssuer } from "./require-issuer.ts";

/** The document's number (nNF), for providers that leave counting to whoever issues. */
export function nextNumber(
  { type, series }: Pick<GoodsDocument, "series" | "type">,
  context: TranslationContext,
): Promise<number> {
  const { issuer, fiscal } = requireBrazilIssuer(context);
  const first = issuer.first_numbers?.[type];
  return fiscal.documentNumber({ issuer: bareText(issuer.tax_id), type, series, first });
}
