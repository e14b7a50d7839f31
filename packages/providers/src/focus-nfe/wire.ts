import type { WireTable } from "../wire/wire-entry.ts";

/** Focus NFe: JSON, reais. `ref` is ours, in the query of what issues and in the path of what comes after. */
export const focusNfeWire: WireTable = {
  provider: "focus-nfe",
  encoding: "json",
  source: "focusnfe.com.br/doc",
  confidence: "doc",
  tools: {
    focus_nfe_create_nfe: { post: "/v2/nfe", query: ["ref"], status: 202 },
    focus_nfe_get_nfe: { get: "/v2/nfe/{ref}" },
    focus_nfe_cancel_nfe: { delete: "/v2/nfe/{ref}", deletesWithBody: true },
    focus_nfe_create_correction_letter: { post: "/v2/nfe/{ref}/carta_correcao" },
    focus_nfe_create_nfce: { post: "/v2/nfce", query: ["ref"], status: 201 },
    focus_nfe_create_nfse: { post: "/v2/nfse", query: ["ref"], status: 202 },
    focus_nfe_get_nfse: { get: "/v2/nfse/{ref}" },
    focus_nfe_cancel_nfse: { delete: "/v2/nfse/{ref}", deletesWithBody: true },
    focus_nfe_create_cte: { post: "/v2/cte", query: ["ref"], status: 202 },
    focus_nfe_create_mdfe: { post: "/v2/mdfe", query: ["ref"], status: 202, confidence: "community" },
  },
};

/** Each kind of document has a path of its own; only the NF-e and the NFS-e have tools that read. */
export const focusNfeReads = {
  focus_nfe_get_nfce: { get: "/v2/nfce/{ref}" },
  focus_nfe_get_cte: { get: "/v2/cte/{ref}" },
  focus_nfe_get_mdfe: { get: "/v2/mdfe/{ref}" },
} as const;
