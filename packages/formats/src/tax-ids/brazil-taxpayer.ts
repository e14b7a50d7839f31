import { requireFormat } from "../text/require-format.ts";
import { isValidCnpj } from "./cnpj.ts";
import { isValidCpf } from "./cpf.ts";

/** Takes the mask off a CPF or CNPJ. */
export function stripTaxpayerMask(text: string): string {
  return text.replace(/[.\-/\s]/g, "");
}

/** Which Brazilian taxpayer number the text is, or undefined when it is neither. */
export function detectTaxpayer(text: string): "cpf" | "cnpj" | undefined {
  if (isValidCpf(text)) return "cpf";
  return isValidCnpj(text) ? "cnpj" : undefined;
}

/** The 14 positions that fiscal keys give a taxpayer: a CNPJ as it is, a CPF behind `000` (MOC 7.0). */
export function taxpayerField(taxpayer: string): string {
  const bare = stripTaxpayerMask(taxpayer);
  requireFormat(bare, /^(?:\d{11}|[0-9A-Z]{12}\d{2})$/, "Taxpayer", "a CPF or a CNPJ");
  return bare.padStart(14, "0");
}
