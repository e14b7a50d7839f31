import type { WireTable } from "../wire/wire-entry.ts";

/** Facturapi v2: JSON, pesos. One path issues every type of CFDI. */
export const facturapiWire: WireTable = {
  provider: "facturapi",
  encoding: "json",
  source: "npm facturapi 5.1.0",
  confidence: "spec",
  tools: {
    facturapi_create_invoice: { post: "/v2/invoices" },
    facturapi_get_invoice: { get: "/v2/invoices/{id}" },
    facturapi_list_invoices: { get: "/v2/invoices" },
    facturapi_cancel_invoice: { delete: "/v2/invoices/{id}" },
    facturapi_create_credit_note: { post: "/v2/invoices", fixed: { type: "E" } },
    facturapi_create_transfer_document: { post: "/v2/invoices", fixed: { type: "T" } },
    facturapi_create_customer: { post: "/v2/customers" },
    facturapi_get_customer: { get: "/v2/customers/{id}" },
    facturapi_list_customers: { get: "/v2/customers" },
    facturapi_create_product: { post: "/v2/products" },
    facturapi_validate_tax_id: { get: "/v2/tools/tax_id_validation" },
  },
};
