import type { ConnectorDefinition } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";
import {
  certificateFields,
  certificateNames,
  completePix,
  pixEffects,
  pixKeyField,
  pixOutcomes,
  readPixError,
  readPixResult,
  usualOutcomes,
} from "../pix-banks/pix-connector.ts";
import { bradescoTools } from "./tools.ts";
import { bradescoWire } from "./wire.ts";

const community = { source: "matfatjoe/bradesco-api (2026)", confidence: "community" } as const;

/** Bradesco: mutual TLS and OAuth client credentials. */
export const bradescoConnector: ConnectorDefinition = {
  id: "bradesco",
  version: "bradesco/1",
  wire: bradescoWire,
  tools: bradescoTools,
  hosts: {
    live: "https://openapi.bradesco.com.br",
    test: "https://openapisandbox.prebanco.com.br",
    ...community,
  },
  // inferred: in no source
  otherHosts: { pix: { live: "https://qrpix.bradesco.com.br", test: "https://qrpix-h.bradesco.com.br" } },
  credentials: [
    { name: "client_id", label: "Client ID", secret: false, ...community },
    { name: "client_secret", label: "Client secret", ...community },
    ...certificateFields(community),
    {
      name: "negociacao",
      label: "Negociação (agência e conta, 18)",
      required: false,
      secret: false,
      ...community,
    },
    { ...pixKeyField, required: false },
  ],
  clientCertificate: { ...certificateNames, ...community },
  token: {
    path: "/auth/server-mtls/v2/token",
    lifeMs: 300_000,
    ...community,
    request: ({ client_id = "", client_secret = "" }) => ({
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ grant_type: "client_credentials", client_id, client_secret }).toString(),
    }),
  },
  authorize: (_credentials, token) => ({ authorization: `Bearer ${token}` }),
  complete(tool, args, credentials) {
    const { negociacao = "" } = credentials;
    if (tool === "bradesco_get_boleto" && negociacao !== "") return { negociacao, ...args };
    return completePix(tool, args, credentials);
  },
  readError(status, body) {
    const message = textAt(body, "message") ?? textAt(body, "mensagem");
    if (message === undefined) return readPixError(status, body);
    return { code: textAt(body, "code") ?? textAt(body, "codigo"), message };
  },
  readResult: readPixResult,
  outcomes: [...pixOutcomes, ...usualOutcomes(/_(?:boleto|balance|statement)$/, community.source)],
  effects: {
    ...pixEffects("bradesco"),
    // our number of it is not searched for
    bradesco_create_boleto: { find: { find: "none", ...community } },
  },
};
