import { bareText } from "../text/bare-text.ts";
import { requireFormat } from "../text/text-rules.ts";

/** The 14 positions that fiscal keys give a taxpayer: a CNPJ as it is, a CPF behind `000` (MOC 7.0). Throws RangeError. */
export function taxpayerField(taxpayer: string): string {
  const bare = bareText(taxpayer);
  requireFormat(bare, /^(?:\d{11}|[0-9A-Z]{12}\d{2})$/, "Taxpayer", "a CPF or a CNPJ");
  return bare.padStart(14, "0");
}

/** Whether a taxpayer of fiscal keys is a person, by length: a CPF has eleven digits. */
export function isPersonTaxpayer(taxpayer: string): boolean {
  return bareText(taxpayer).length === 11;
}
