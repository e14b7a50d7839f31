import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { isObject, textAt } from "../json/native-json.ts";
import { readPlugnotasError } from "./errors.ts";
import { plugnotasTools } from "./tools.ts";
import { plugnotasReads, plugnotasWire } from "./wire.ts";

const spec = { source: "tecnospeed/plugnotas-php", confidence: "spec" } as const;
const community = { source: "an integrator's RTecnoSpeedController", confidence: "community" } as const;
const remembered = { source: "remembered", confidence: "unverified" } as const;

/** The receipt of a document that is there under our id. */
function findIssued(find: string, issuer: string): LookUp {
  return async ({ arguments: args, reference, read }) => {
    const cnpj = textAt(args, issuer);
    if (cnpj === undefined) return undefined;
    const document = await read(find, { idIntegracao: reference, cnpj });
    const id = document?.idIntegracao === reference ? textAt(document, "id") : undefined;
    return id === undefined ? undefined : { documents: [{ idIntegracao: reference, id }] };
  };
}

/** A cancellation was done where the document is cancelled; one that is on its way shows nowhere. */
function findCancelled(get: string): LookUp {
  return async ({ arguments: { id = null }, read }) => {
    const document = await read(get, { id });
    const situation = textAt(document, "situacao") ?? textAt(document, "status");
    return situation === "CANCELADO" ? { id } : undefined;
  };
}

const reference = { path: "idIntegracao", shared: true } as const;

/** PlugNotas, of TecnoSpeed. The same `idIntegracao` twice is a 409, which says that an earlier request has arrived: it is looked up. */
export const plugnotasConnector: ConnectorDefinition = {
  id: "plugnotas",
  version: "plugnotas/1",
  wire: plugnotasWire,
  tools: plugnotasTools,
  hosts: { live: "https://api.plugnotas.com.br", test: "https://api.sandbox.plugnotas.com.br", ...spec },
  credentials: [{ name: "api_key", label: "Token (x-api-key)", ...spec }],
  authorize: ({ api_key = "" }) => ({ "x-api-key": api_key }),
  readError: readPlugnotasError,
  // documents are read as a list of one
  readResult(_tool, { body }) {
    const [first] = Array.isArray(body) ? body : [body];
    return isObject(first) ? first : undefined;
  },
  outcomes: [
    { status: 400, means: "refused", ...community },
    { status: 401, means: "unauthorized", ...community },
    { status: 403, means: "unauthorized", ...remembered },
    { status: 404, means: "refused", as: "not_found", ...community },
    { status: 429, means: "not_processed", as: "rate_limited", ...remembered },
  ],
  effects: {
    plugnotas_create_nfe: {
      reference,
      find: {
        find: "look up",
        lookUp: findIssued("plugnotas_find_nfe", "emitente.cpfCnpj"),
        ...remembered,
      },
    },
    plugnotas_create_nfse: {
      reference,
      find: { find: "look up", lookUp: findIssued("plugnotas_find_nfse", "prestador.cpfCnpj"), ...spec },
    },
    plugnotas_cancel_nfe: {
      find: { find: "look up", lookUp: findCancelled("plugnotas_get_nfe"), ...community },
    },
    plugnotas_cancel_nfse: {
      find: { find: "look up", lookUp: findCancelled("plugnotas_get_nfse"), ...spec },
    },
    plugnotas_create_cte: { reference, find: { find: "none", ...remembered } },
    plugnotas_create_mdfe: { reference, find: { find: "none", ...remembered } },
  },
  lookUps: plugnotasReads,
};
