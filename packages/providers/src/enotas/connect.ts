import type { ProviderEnvironment } from "@codespar/backend/ports";
import type { JsonObject } from "@codespar/contract";
import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { isObject, textAt } from "../json/native-json.ts";
import { readEnotasError } from "./errors.ts";
import { enotasTools } from "./tools.ts";
import { enotasReads, enotasWire } from "./wire.ts";

const spec = { source: "eNotasGW/php-client and php-client-v2", confidence: "spec" } as const;
const remembered = { source: "remembered", confidence: "unverified" } as const;

const findProduct: LookUp = async ({ reference, read }) => {
  const note = await read("enotas_get_nfe", { id: reference });
  return note === undefined ? undefined : { nfeId: reference };
};

const findService: LookUp = async ({ reference, read }) => {
  const id = textAt(await read("enotas_find_nfse", { idExterno: reference }), "id");
  return id === undefined ? undefined : { nfeId: id };
};

/** A cancellation was taken in where the note is cancelled or on its way to be. */
function findCancelled(get: string): LookUp {
  return async ({ arguments: { id = null }, read }) => {
    const status = textAt(await read(get, { id }), "status") ?? "";
    const isTaken = /^(?:Cancelada|SolicitandoCancel|CancelamentoSol|EmProcessoDeCancel)/.test(status);
    return isTaken ? { nfeId: id } : undefined;
  };
}

/** Key and host are the same for both environments: each note says which it is of. */
const environments: Readonly<Record<ProviderEnvironment, string>> = {
  live: "Producao",
  test: "Homologacao",
};

/** eNotas. */
export const enotasConnector: ConnectorDefinition = {
  id: "enotas",
  version: "enotas/1",
  wire: enotasWire,
  tools: enotasTools,
  // the client of version 1 says http, and that of version 2 https
  hosts: { live: "https://api.enotasgw.com.br", test: "https://api.enotasgw.com.br", ...spec },
  credentials: [
    { name: "api_key", label: "API key", ...spec },
    { name: "empresa_id", label: "Id da empresa", secret: false, ...spec },
  ],
  // the key as it is, and not Base64 of a name and a password
  authorize: ({ api_key = "" }) => ({ authorization: `Basic ${api_key}` }),
  complete: (tool, args, _credentials, environment) =>
    tool.startsWith("enotas_create_") ? { ...args, ambienteEmissao: environments[environment] } : args,
  findContradiction(args, environment) {
    const { ambienteEmissao = environments[environment] } = args;
    if (ambienteEmissao === environments[environment]) return undefined;
    return `ambienteEmissao ${JSON.stringify(ambienteEmissao)} is of the other environment than this ${environment} connection. Leave it out.`;
  },
  readError: readEnotasError,
  readResult(tool, { body, arguments: args }) {
    if (tool === "enotas_create_nfse" || tool.startsWith("enotas_get_"))
      return isObject(body) ? body : undefined;
    // an NF-e is known by the id that it was sent with, and of the response to a cancellation nothing is needed
    return { ...(isObject(body) ? body : undefined), nfeId: args.id ?? null } satisfies JsonObject;
  },
  outcomes: [
    { status: 400, means: "refused", ...spec },
    { status: 401, means: "unauthorized", ...spec },
    { status: 403, means: "unauthorized", ...spec },
    { status: 404, means: "refused", as: "not_found", ...spec },
    { status: 429, means: "not_processed", as: "rate_limited", ...remembered },
  ],
  effects: {
    enotas_create_nfe: {
      reference: { path: "id" },
      find: { find: "look up", lookUp: findProduct, ...spec },
    },
    enotas_create_nfse: {
      reference: { path: "idExterno", shared: true },
      find: { find: "look up", lookUp: findService, ...spec },
    },
    enotas_cancel_nfe: { find: { find: "look up", lookUp: findCancelled("enotas_get_nfe"), ...spec } },
    enotas_cancel_nfse: { find: { find: "look up", lookUp: findCancelled("enotas_get_nfse"), ...spec } },
  },
  lookUps: enotasReads,
};
