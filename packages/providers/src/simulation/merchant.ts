/** The seller behind a simulated account: fictitious, with documents whose digits check. */
export interface Merchant {
  name: string;
  /** Trade name as a BR Code carries it: at most 25 ASCII characters. */
  tradeName: string;
  cnpj: string;
  /** IBGE code of the state, the first two digits of an access key. */
  stateCode: string;
  state: string;
  city: string;
  /** IBGE code of the municipality, the first seven digits of a national NFS-e key. */
  cityCode: string;
  postalCode: string;
  /** EVP. */
  pixKey: string;
  email: string;
  phone: string;
  /** SAT's public test issuer, for Mexican documents. */
  rfc: string;
}

/** Every account sells as this one shop, so that examples read alike. */
export const merchant: Merchant = {
  name: "Loja Teste Comércio Ltda",
  tradeName: "LOJA TESTE LTDA",
  cnpj: "11222333000181",
  stateCode: "35",
  state: "SP",
  city: "São Paulo",
  cityCode: "3550308",
  postalCode: "01310100",
  pixKey: "71c7d9be-4b85-4e43-9f1c-1f3b8b4e9a2d",
  email: "loja@sandbox.codespar.dev",
  phone: "+5511987654321",
  rfc: "EKU9003173C9",
};
