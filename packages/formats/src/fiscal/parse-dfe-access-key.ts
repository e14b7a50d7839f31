import { cyclicSum, mod11Digit } from "../check-digits/check-digits.ts";
import type { BrazilState } from "../postal-codes/brazil-states.ts";
import { stateOfIbgeCode } from "../postal-codes/brazil-states.ts";
import { isValidCnpj } from "../tax-ids/cnpj.ts";
import { isValidCpf } from "../tax-ids/cpf.ts";

export interface DfeAccessKey {
  state: BrazilState;
  /** `YYYY-MM` of the issue. */
  month: string;
  /** CNPJ or CPF, bare. */
  issuer: string;
  model: string;
  series: number;
  number: number;
  emissionType: string;
  numericCode: string;
}

const LAYOUT =
  /^(\d{2})(\d{2})(0[1-9]|1[0-2])([0-9A-Z]{12}\d{2})(55|65|57|67|58)(\d{3})(\d{9})(\d)(\d{8})\d$/;

/** Reads an access key, with or without its XML prefix; undefined when a part or the check digit is wrong. */
export function parseDfeAccessKey(text: string): DfeAccessKey | undefined {
  const key = text.replace(/^(?:NFe|CTe|MDFe)/, "").replace(/\s/g, "");
  const match = LAYOUT.exec(key);
  if (!match || mod11Digit(cyclicSum(key.slice(0, 43))) !== Number(key.charAt(43))) return undefined;
  const [
    ,
    cUf = "",
    year,
    month,
    field = "",
    model = "",
    series,
    number,
    emissionType = "",
    numericCode = "",
  ] = match;
  const state = stateOfIbgeCode(cUf);
  const issuer = issuerOfField(field, Number(series));
  if (!state || !issuer) return undefined;
  return {
    state,
    month: `20${year}-${month}`,
    issuer,
    model,
    series: Number(series),
    number: Number(number),
    emissionType,
    numericCode,
  };
}

/** The Id attribute of the document's XML: the key behind the name of its root. */
export function dfeXmlId(key: string): string {
  const model = key.slice(20, 22);
  if (model === "58") return `MDFe${key}`;
  return (model === "57" || model === "67" ? "CTe" : "NFe") + key;
}

function issuerOfField(field: string, series: number): string | undefined {
  if (series >= 920 && series <= 969 && isValidCpf(field.slice(3))) return field.slice(3);
  return isValidCnpj(field) ? field : undefined;
}
