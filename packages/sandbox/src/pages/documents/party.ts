/** Who stands on a paper. What is not known is not printed. */
export interface Party {
  name: string;
  /** CPF, CNPJ or RFC, without mask. */
  document?: string | undefined;
  /** Inscrição Estadual, without mask. */
  stateTaxId?: string | undefined;
  street?: string | undefined;
  district?: string | undefined;
  city?: string | undefined;
  state?: string | undefined;
  postalCode?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
}

/** Street, district, city and postal code, on as many lines as there is something to say. */
export function addressLines({ street, district, city, state, postalCode }: Party): string[] {
  const place = [city, state].filter((part) => part !== undefined && part !== "").join(" - ");
  return [
    joined([street, district], ", "),
    joined([place, postalCode && `CEP ${maskPostalCode(postalCode)}`], ", "),
  ].filter((line) => line !== "");
}

/** `01310-100` for eight digits; every other text as it is. */
export function maskPostalCode(text: string): string {
  return text.replace(/^(\d{5})(\d{3})$/, "$1-$2");
}

/** A CPF or CNPJ with its dots; every other text as it is. */
export function maskTaxpayer(text = ""): string {
  return text
    .replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, "$1.$2.$3-$4")
    .replace(/^([0-9A-Z]{2})([0-9A-Z]{3})([0-9A-Z]{3})([0-9A-Z]{4})(\d{2})$/, "$1.$2.$3/$4-$5");
}

/** An Inscrição Estadual of twelve digits with its dots, as in São Paulo; every other text as it is. */
export function maskStateTaxId(text = ""): string {
  return text.replace(/^(\d{3})(\d{3})(\d{3})(\d{3})$/, "$1.$2.$3.$4");
}

/** Somebody with their taxpayer number, as boletos name them. */
export function namePayer({ name, document }: Party): string {
  return joined([name, maskTaxpayer(document)], " - ");
}

function joined(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter((part) => part !== undefined && part !== "").join(separator);
}
