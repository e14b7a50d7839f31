import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { isObject, textAt } from "../json/native-json.ts";
import { readNfeIoError } from "./errors.ts";
import { nfeIoTools } from "./tools.ts";
import { nfeIoReads, nfeIoWire } from "./wire.ts";

const spec = { source: "nfe/client-nodejs openapi/spec", confidence: "spec" } as const;
const sdk = { source: "nfe-io 3.0.2", confidence: "spec" } as const;
const remembered = { source: "remembered", confidence: "unverified" } as const;

const findService: LookUp = ({ reference, read }) => read("nfe_io_find_nfse", { externalId: reference });

/** A cancellation was taken in where the document is on its way to be cancelled, or is. */
function findCancelled(get: string): LookUp {
  return async ({ arguments: args, read }) => {
    const document = await read(get, { id: args.id ?? null });
    const isCancelled =
      document?.status === "Cancelled" || textAt(document, "flowStatus") === "WaitingSendCancel";
    return isCancelled ? document : undefined;
  };
}

/**
 * NFE.io. It has no host for tests: a company of its own, whose environment is Development, is one. A product invoice carries
 * no id of ours, so that one whose response is lost stays unknown until a person looks.
 */
export const nfeIoConnector: ConnectorDefinition = {
  id: "nfe-io",
  version: "nfe-io/1",
  wire: nfeIoWire,
  tools: nfeIoTools,
  hosts: { live: "https://api.nfe.io", test: "https://api.nfe.io", ...spec },
  otherHosts: {
    products: { live: "https://api.nfse.io", test: "https://api.nfse.io" },
    register: { live: "https://legalentity.api.nfe.io", test: "https://legalentity.api.nfe.io" },
  },
  credentials: [
    { name: "api_key", label: "Chave de acesso para notas fiscais", ...spec },
    { name: "company_id", label: "Id da empresa", secret: false, ...spec },
    { name: "lookup_api_key", label: "Chave de acesso para consultas", required: false, ...sdk },
    { name: "webhook_secret", label: "Segredo dos webhooks", required: false, ...spec },
  ],
  authorize: ({ api_key = "", lookup_api_key = "" }, _token, host) => ({
    "x-nfe-apikey": host === "register" && lookup_api_key !== "" ? lookup_api_key : api_key,
  }),
  readError: readNfeIoError,
  // what was only taken in has no body
  readResult: (_tool, { body, arguments: args }) => (isObject(body) ? body : { id: args.id ?? null }),
  outcomes: [
    { status: 400, means: "refused", ...spec },
    { status: 401, means: "unauthorized", ...spec },
    { status: 403, means: "unauthorized", ...remembered },
    { status: 404, means: "refused", as: "not_found", ...spec },
    { status: 409, means: "refused", ...spec },
    { status: 429, means: "not_processed", as: "rate_limited", ...sdk },
  ],
  effects: {
    nfe_io_create_nfe: { find: { find: "none", ...spec } },
    nfe_io_create_nfse: {
      reference: { path: "externalId", shared: true },
      find: { find: "look up", lookUp: findService, ...spec },
    },
    nfe_io_cancel_nfe: { find: { find: "look up", lookUp: findCancelled("nfe_io_get_nfe"), ...spec } },
    nfe_io_cancel_nfse: { find: { find: "look up", lookUp: findCancelled("nfe_io_get_nfse"), ...spec } },
    nfe_io_create_company: { find: { find: "none", ...spec } },
  },
  lookUps: nfeIoReads,
};
