import type { WireEntry, WireTable } from "../wire/wire-entry.ts";

/** Nuvem Fiscal: JSON by the names of the XML, reais. Each kind of document has a path of its own. */
export const nuvemFiscalWire: WireTable = {
  provider: "nuvem-fiscal",
  encoding: "json",
  source: "nuvem-fiscal.openapi.json 2.58.0 (official)",
  confidence: "spec",
  tools: {
    nuvem_fiscal_create_nfe: { post: "/nfe" },
    nuvem_fiscal_get_nfe: { get: "/nfe/{id}" },
    nuvem_fiscal_cancel_nfe: { post: "/nfe/{id}/cancelamento" },
    nuvem_fiscal_create_correction_letter: { post: "/nfe/{id}/carta-correcao" },
    nuvem_fiscal_create_nfce: { post: "/nfce" },
    nuvem_fiscal_get_nfce: { get: "/nfce/{id}" },
    nuvem_fiscal_cancel_nfce: { post: "/nfce/{id}/cancelamento" },
    nuvem_fiscal_create_nfse: { post: "/nfse/dps" },
    nuvem_fiscal_get_nfse: { get: "/nfse/{id}" },
    nuvem_fiscal_cancel_nfse: { post: "/nfse/{id}/cancelamento" },
    nuvem_fiscal_create_cte: { post: "/cte" },
    nuvem_fiscal_get_cte: { get: "/cte/{id}" },
    nuvem_fiscal_cancel_cte: { post: "/cte/{id}/cancelamento" },
    nuvem_fiscal_create_mdfe: { post: "/mdfe" },
    nuvem_fiscal_get_mdfe: { get: "/mdfe/{id}" },
    nuvem_fiscal_cancel_mdfe: { post: "/mdfe/{id}/cancelamento" },
    nuvem_fiscal_close_mdfe: { post: "/mdfe/{id}/encerramento" },
    nuvem_fiscal_register_company: { post: "/empresas" },
    nuvem_fiscal_get_cnpj: { get: "/cnpj/{cnpj}" },
    nuvem_fiscal_get_cep: { get: "/cep/{cep}" },
  },
};

/** Lists by our reference. */
export const nuvemFiscalReads = {
  list_nfe: { get: "/nfe" },
  list_nfce: { get: "/nfce" },
  list_nfse: { get: "/nfse" },
  list_cte: { get: "/cte" },
  list_mdfe: { get: "/mdfe" },
} as const satisfies Record<string, WireEntry>;
