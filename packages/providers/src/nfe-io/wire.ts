import type { WireTable } from "../wire/wire-entry.ts";

/** NFE.io: service invoices and companies are one API, product invoices another, the register of companies a third. */
export const nfeIoWire: WireTable = {
  provider: "nfe-io",
  encoding: "json",
  source: "nfe/client-nodejs openapi/spec",
  confidence: "spec",
  account: ["company_id"],
  tools: {
    nfe_io_create_nfe: { post: "/v2/companies/{company_id}/productinvoices", host: "products", status: 202 },
    nfe_io_get_nfe: { get: "/v2/companies/{company_id}/productinvoices/{id}", host: "products" },
    nfe_io_cancel_nfe: {
      delete: "/v2/companies/{company_id}/productinvoices/{id}",
      host: "products",
      status: 204,
    },
    nfe_io_create_nfse: { post: "/v1/companies/{company_id}/serviceinvoices", status: 202 },
    nfe_io_get_nfse: { get: "/v1/companies/{company_id}/serviceinvoices/{id}" },
    nfe_io_cancel_nfse: { delete: "/v1/companies/{company_id}/serviceinvoices/{id}" },
    nfe_io_create_company: { post: "/v1/companies", status: 201 },
    nfe_io_get_company: { get: "/v1/companies/{company_id}" },
    nfe_io_get_cnpj: { get: "/v2/legalentities/basicInfo/{cnpj}", host: "register" },
  },
};

/** A service invoice by our id. */
export const nfeIoReads = {
  nfe_io_find_nfse: { get: "/v1/companies/{company_id}/serviceinvoices/external/{externalId}" },
} as const;
