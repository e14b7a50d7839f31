import type { WireTable } from "../wire/wire-entry.ts";

/**
 * PlugNotas. Documents are posted as lists; ours have one entry. Its official client knows service invoices alone: what there is of
 * product invoices is from a user of the API, and of CT-e and MDF-e it is inferred.
 */
export const plugnotasWire: WireTable = {
  provider: "plugnotas",
  encoding: "json",
  source:
    "tecnospeed/plugnotas-php c6b0411 of 2021-04; product invoices: an integrator's RTecnoSpeedController",
  confidence: "spec",
  tools: {
    plugnotas_create_nfe: { post: "/nfe", bodyAsList: true, confidence: "community" },
    plugnotas_get_nfe: { get: "/nfe/{id}/resumo", confidence: "community" },
    plugnotas_cancel_nfe: { post: "/nfe/{id}/cancelamento", confidence: "community" },
    plugnotas_create_nfse: { post: "/nfse", bodyAsList: true },
    plugnotas_get_nfse: { get: "/nfse/consultar/{id}" },
    plugnotas_cancel_nfse: { post: "/nfse/cancelar/{id}" },
    plugnotas_create_cte: { post: "/cte", bodyAsList: true, confidence: "unverified" },
    plugnotas_create_mdfe: { post: "/mdfe", bodyAsList: true, confidence: "unverified" },
  },
};

/** Documents by our id and the issuer's CNPJ; that of an NF-e is unverified. */
export const plugnotasReads = {
  plugnotas_find_nfse: { get: "/nfse/consultar/{idIntegracao}/{cnpj}" },
  plugnotas_find_nfe: { get: "/nfe/{cnpj}/{idIntegracao}/resumo" },
} as const;
