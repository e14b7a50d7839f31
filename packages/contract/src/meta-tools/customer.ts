/** Kinds of document that a provider or a tax authority asks for by name. */
export const documentTypes = [
  "cpf",
  "cnpj",
  "rfc",
  "curp",
  "cuit",
  "cuil",
  "dni",
  "nit",
  "cc",
  "ce",
  "rut",
  "ruc",
  "passport",
] as const;

export type CustomerDocumentType = (typeof documentTypes)[number];

/** Where a customer lives. Postal code and number suffice in Brazil, where the rest follows from the postal code. */
export interface Address {
  postal_code: string;
  /** Of the building; `S/N` where there is none. */
  number?: string | undefined;
  street?: string | undefined;
  /** Flat, floor, block. */
  complement?: string | undefined;
  district?: string | undefined;
  city?: string | undefined;
  /** Brazil: IBGE code of the municipality, seven digits. @default that of a capital by its name, else looked up where a provider does */
  city_code?: string | undefined;
  /** ISO 3166-2 without the country: `SP`, `JAL`. */
  state?: string | undefined;
  /** ISO 3166-1 alpha-2. @default the country of the currency or document */
  country?: string | undefined;
}

/** The person or company that pays, is invoiced or receives a parcel. */
export interface Customer {
  name?: string | undefined;
  /** CPF, CNPJ, RFC, CUIT, DNI, NIT, CC or RUT, with or without punctuation. Checked by its digits where it has check digits. */
  document?: string | undefined;
  /** @default what the digits say; a Colombian CC and a NIT, or an Argentine DNI and a CUIT, may look alike */
  document_type?: CustomerDocumentType | undefined;
  email?: string | undefined;
  /** E.164, such as `+5511987654321`. */
  phone?: string | undefined;
  address?: Address | undefined;
  /** Brazil: inscrição estadual of a receiver who pays ICMS. */
  state_tax_id?: string | undefined;
  /** Mexico: key of SAT's catalogue c_RegimenFiscal, such as `601` or `616`. */
  tax_regime?: string | undefined;
}
