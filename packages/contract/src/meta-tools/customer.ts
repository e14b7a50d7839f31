/** The person or company that pays, is invoiced or receives a parcel. */
export interface Customer {
  name?: string | undefined;
  /** CPF, CNPJ, RFC, CUIT, DNI, NIT, CC or RUT, with or without punctuation. Checked by its digits where it has check digits. */
  document?: string | undefined;
  email?: string | undefined;
  /** E.164, such as `+5511987654321`. */
  phone?: string | undefined;
}
