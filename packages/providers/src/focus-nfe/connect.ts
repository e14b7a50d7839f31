import { encodeBase64 } from "@codespar/formats";
import type { ConnectorDefinition, FindStrategy } from "../connect/connector-definition.ts";
import { readFocusNfeError } from "./errors.ts";
import { focusNfeTools } from "./tools.ts";
import { focusNfeReads, focusNfeWire } from "./wire.ts";

const doc = { source: "focusnfe.com.br/doc", confidence: "doc" } as const;
/** Codes of which the index alone was at hand. */
const remembered = { source: "focusnfe.com.br/doc, codes of errors", confidence: "unverified" } as const;

/** The document is known by our ref from the moment that it is taken in. */
function byRef(get: string): { find: FindStrategy } {
  return {
    find: {
      find: "look up",
      lookUp: ({ arguments: args, read }) => read(get, { ref: args.ref ?? null }),
      ...doc,
    },
  };
}

/** A cancellation or a letter twice is refused the second time; the document says whether there was a first. */
function cancelledByRef(get: string): { find: FindStrategy } {
  return {
    find: {
      find: "look up",
      async lookUp({ arguments: args, read }) {
        const document = await read(get, { ref: args.ref ?? null });
        return document?.status === "cancelado" ? document : undefined;
      },
      ...doc,
    },
  };
}

/** Focus NFe. Homologação is a host of its own, with a token of its own. */
export const focusNfeConnector: ConnectorDefinition = {
  id: "focus-nfe",
  version: "focus-nfe/1",
  wire: focusNfeWire,
  tools: focusNfeTools,
  hosts: {
    live: "https://api.focusnfe.com.br",
    test: "https://homologacao.focusnfe.com.br",
    ...doc,
  },
  credentials: [
    { name: "token", label: "Token da empresa para este ambiente", ...doc },
    { name: "webhook_token", label: "Cabeçalho de autorização do webhook", required: false, ...doc },
  ],
  authorize: ({ token = "" }) => ({
    authorization: `Basic ${encodeBase64(new TextEncoder().encode(`${token}:`))}`,
  }),
  readError: readFocusNfeError,
  outcomes: [
    { status: 401, means: "unauthorized", ...doc },
    { status: 403, means: "unauthorized", ...doc },
    { status: 404, means: "refused", as: "not_found", ...doc },
    // the ref is taken: by this very call, perhaps
    { status: 422, code: /^(?:already_processed|em_processamento)$/, means: "unknown", ...doc },
    { status: 400, means: "refused", ...remembered },
    { status: 415, means: "refused", ...remembered },
    { status: 422, means: "refused", ...remembered },
    { status: 429, means: "not_processed", as: "rate_limited", ...remembered },
  ],
  effects: {
    focus_nfe_create_nfe: byRef("focus_nfe_get_nfe"),
    focus_nfe_create_nfce: byRef("focus_nfe_get_nfce"),
    focus_nfe_create_nfse: byRef("focus_nfe_get_nfse"),
    focus_nfe_create_cte: byRef("focus_nfe_get_cte"),
    focus_nfe_create_mdfe: byRef("focus_nfe_get_mdfe"),
    focus_nfe_cancel_nfe: cancelledByRef("focus_nfe_get_nfe"),
    focus_nfe_cancel_nfse: cancelledByRef("focus_nfe_get_nfse"),
    focus_nfe_create_correction_letter: { find: { find: "none", ...doc } },
  },
  lookUps: focusNfeReads,
};
