import type { JsonObject } from "@codespar/contract";
import type { ConnectorDefinition, FindStrategy, LookUpContext } from "../connect/connector-definition.ts";
import { textAt, valueAt } from "../json/native-json.ts";
import { readNuvemFiscalError } from "./errors.ts";
import { nuvemFiscalTools } from "./tools.ts";
import { nuvemFiscalReads, nuvemFiscalWire } from "./wire.ts";

const spec = { source: "nuvem-fiscal.openapi.json 2.58.0 (official)", confidence: "spec" } as const;
const doc = { source: "dev.nuvemfiscal.com.br/docs", confidence: "doc" } as const;
/** No schema and no page that was at hand says so. */
const guess = { source: "dev.nuvemfiscal.com.br/docs", confidence: "unverified" } as const;

/** What the tools read and write; `empresa` registers companies. */
const scopes = "empresa cep cnpj nfe nfce nfse cte mdfe";

/** The list of one kind is asked for our `referencia` in the issuer's own documents. */
function byReference(list: keyof typeof nuvemFiscalReads, issuer: string): { find: FindStrategy } {
  return {
    find: {
      find: "look up",
      async lookUp({ arguments: args, read }: LookUpContext) {
        const referencia = textAt(args, "referencia");
        const cpf_cnpj = textAt(args, `${issuer}.CNPJ`) ?? textAt(args, `${issuer}.CPF`);
        if (referencia === undefined || cpf_cnpj === undefined) return undefined;
        const ambiente = textAt(args, "ambiente") ?? "homologacao";
        const page = await read(list, { cpf_cnpj, ambiente, referencia });
        const documents = valueAt(page, "data");
        const found = (Array.isArray(documents) ? documents : []).filter(
          (document): document is JsonObject => textAt(document, "referencia") === referencia,
        );
        return found.length === 1 ? found[0] : undefined;
      },
      ...spec,
    },
  };
}

/** A document that is cancelled was cancelled once: a second cancellation is refused by the authority. */
function byState(get: string, state: string): { find: FindStrategy } {
  return {
    find: {
      find: "look up",
      async lookUp({ arguments: args, read }: LookUpContext) {
        const document = await read(get, { id: args.id ?? null });
        if (textAt(document, "status") !== state) return undefined;
        return { status: state === "cancelada" ? "concluido" : "registrado" };
      },
      ...spec,
    },
  };
}

/** Nuvem Fiscal by OAuth's client credentials. The sandbox is a host of its own, with credentials of its own. */
export const nuvemFiscalConnector: ConnectorDefinition = {
  id: "nuvem-fiscal",
  version: "nuvem-fiscal/1",
  wire: nuvemFiscalWire,
  tools: nuvemFiscalTools,
  hosts: {
    live: "https://api.nuvemfiscal.com.br",
    test: "https://api.sandbox.nuvemfiscal.com.br",
    ...doc,
  },
  credentials: [
    { name: "client_id", label: "Client ID", secret: false, ...doc },
    { name: "client_secret", label: "Client Secret", ...doc },
  ],
  token: {
    hosts: { live: "https://auth.nuvemfiscal.com.br", test: "https://auth.nuvemfiscal.com.br" },
    path: "/oauth/token",
    request: ({ client_id = "", client_secret = "" }) => ({
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id,
        client_secret,
        scope: scopes,
      }).toString(),
    }),
    // its `expires_in` is longer; a token that has none is asked for again soon
    lifeMs: 600_000,
    ...doc,
  },
  authorize: (_credentials, token) => ({ authorization: `Bearer ${token}` }),
  readError: readNuvemFiscalError,
  outcomes: [
    { status: 400, means: "refused", ...guess },
    { status: 401, means: "unauthorized", ...doc },
    { status: 403, means: "unauthorized", ...guess },
    { status: 404, means: "refused", as: "not_found", ...guess },
    { status: 422, means: "refused", ...guess },
    { status: 429, means: "not_processed", as: "rate_limited", ...guess },
  ],
  effects: {
    nuvem_fiscal_create_nfe: byReference("list_nfe", "infNFe.emit"),
    nuvem_fiscal_create_nfce: byReference("list_nfce", "infNFe.emit"),
    nuvem_fiscal_create_nfse: byReference("list_nfse", "infDPS.prest"),
    nuvem_fiscal_create_cte: byReference("list_cte", "infCte.emit"),
    nuvem_fiscal_create_mdfe: byReference("list_mdfe", "infMDFe.emit"),
    nuvem_fiscal_cancel_nfe: byState("nuvem_fiscal_get_nfe", "cancelado"),
    nuvem_fiscal_cancel_nfce: byState("nuvem_fiscal_get_nfce", "cancelado"),
    nuvem_fiscal_cancel_nfse: byState("nuvem_fiscal_get_nfse", "cancelada"),
    nuvem_fiscal_cancel_cte: byState("nuvem_fiscal_get_cte", "cancelado"),
    nuvem_fiscal_cancel_mdfe: byState("nuvem_fiscal_get_mdfe", "cancelado"),
    nuvem_fiscal_close_mdfe: byState("nuvem_fiscal_get_mdfe", "encerrado"),
    nuvem_fiscal_create_correction_letter: { find: { find: "none", ...spec } },
    nuvem_fiscal_register_company: { find: { find: "none", ...spec } },
  },
  lookUps: nuvemFiscalReads,
};
