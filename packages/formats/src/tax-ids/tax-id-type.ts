/** Documents by which tax offices and payment providers know a person or a company. */
export type TaxIdType = "cc" | "cnpj" | "cpf" | "cuit" | "curp" | "dni" | "nit" | "rfc" | "ruc" | "rut";
