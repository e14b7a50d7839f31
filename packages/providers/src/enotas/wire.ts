import type { WireTable } from "../wire/wire-entry.ts";

/** eNotas: version 1 issues service invoices, version 2 product invoices. JSON, reais. */
export const enotasWire: WireTable = {
  provider: "enotas",
  encoding: "json",
  source: "eNotasGW/php-client 261ae7b and eNotasGW/php-client-v2 2dff209, both of 2023-10",
  confidence: "spec",
  account: ["empresa_id"],
  tools: {
    enotas_create_nfe: { post: "/v2/empresas/{empresa_id}/nf-e" },
    enotas_get_nfe: { get: "/v2/empresas/{empresa_id}/nf-e/{id}" },
    enotas_cancel_nfe: { delete: "/v2/empresas/{empresa_id}/nf-e/{id}" },
    enotas_create_nfse: { post: "/v1/empresas/{empresa_id}/nfes" },
    enotas_get_nfse: { get: "/v1/empresas/{empresa_id}/nfes/{id}" },
    enotas_cancel_nfse: { delete: "/v1/empresas/{empresa_id}/nfes/{id}" },
  },
};

/** A service invoice by our id. */
export const enotasReads = {
  enotas_find_nfse: { get: "/v1/empresas/{empresa_id}/nfes/porIdExterno/{idExterno}" },
} as const;
