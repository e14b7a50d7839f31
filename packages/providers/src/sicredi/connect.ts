import { encodeBase64 } from "@codespar/formats";
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
import { sicrediTools } from "./tools.ts";
import { sicrediReads, sicrediWire } from "./wire.ts";

const community = { source: "divulgueregional/api-sicredi (2025)", confidence: "community" } as const;
const guess = {
  source: "divulgueregional/api-sicredi (2025): the names of the fields are inferred",
  confidence: "unverified",
} as const;

const pixHosts = {
  live: "https://api-pix.sicredi.com.br",
  test: "https://api-pix-h.sicredi.com.br",
} as const;
const scopes = ["cob.write", "cob.read", "pix.write", "pix.read", "webhook.write", "webhook.read"];

/** Sicredi: a password's token for boletos, client credentials and mutual TLS for Pix. Each may be connected without the other. */
export const sicrediConnector: ConnectorDefinition = {
  id: "sicredi",
  version: "sicredi/1",
  wire: sicrediWire,
  tools: sicrediTools,
  // the same host for both, by a prefix of the path
  hosts: {
    live: "https://api-parceiro.sicredi.com.br",
    test: "https://api-parceiro.sicredi.com.br/sb",
    ...community,
  },
  otherHosts: { pix: pixHosts },
  credentials: [
    { name: "api_key", label: "Boleto: x-api-key", required: false, ...community },
    {
      name: "username",
      label: "Boleto: beneficiário e cooperativa",
      required: false,
      secret: false,
      ...community,
    },
    { name: "password", label: "Boleto: código de acesso", required: false, ...community },
    {
      name: "cooperativa",
      label: "Cooperativa",
      required: false,
      secret: false,
      form: /^\d{4}$/,
      ...community,
    },
    { name: "posto", label: "Posto", required: false, secret: false, form: /^\d{2}$/, ...community },
    { name: "beneficiary", label: "Código do beneficiário", required: false, secret: false, ...community },
    { name: "client_id", label: "Pix: client ID", required: false, secret: false, ...community },
    { name: "client_secret", label: "Pix: client secret", required: false, ...community },
    ...certificateFields(community, false),
    { ...pixKeyField, required: false },
  ],
  needs: (tool) =>
    sicrediWire.tools[tool]?.host === "pix"
      ? ["client_id", "client_secret", "client_certificate", "client_key"]
      : ["api_key", "username", "password", "cooperativa", "posto", "beneficiary"],
  clientCertificate: { ...certificateNames, ...community },
  token: {
    path: "/auth/openapi/token",
    lifeMs: 300_000,
    ...community,
    request: ({ api_key = "", username = "", password = "" }) => ({
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "x-api-key": api_key,
        context: "COBRANCA",
      },
      body: new URLSearchParams({ username, password, grant_type: "password", scope: "cobranca" }).toString(),
    }),
  },
  otherTokens: {
    pix: {
      hosts: pixHosts,
      path: `/oauth/token?grant_type=client_credentials&scope=${scopes.join("+")}`,
      lifeMs: 300_000,
      ...community,
      request: ({ client_id = "", client_secret = "" }) => ({
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          authorization: `Basic ${encodeBase64(new TextEncoder().encode(`${client_id}:${client_secret}`))}`,
        },
        body: "",
      }),
    },
  },
  authorize({ api_key = "", cooperativa = "", posto = "", beneficiary = "" }, token, host) {
    const authorization = `Bearer ${token}`;
    if (host === "pix") return { authorization };
    return { authorization, "x-api-key": api_key, cooperativa, posto, codigobeneficiario: beneficiary };
  },
  complete(tool, args, credentials) {
    const { beneficiary = "" } = credentials;
    const takesBeneficiary =
      tool.includes("_boleto") && tool !== "sicredi_cancel_boleto" && beneficiary !== "";
    if (takesBeneficiary && args.codigoBeneficiario === undefined)
      return { ...args, codigoBeneficiario: beneficiary };
    return completePix(tool, args, credentials);
  },
  readError: (status, body) => {
    const code = textAt(body, "code") ?? textAt(body, "error");
    const message = textAt(body, "message") ?? textAt(body, "error_description");
    return message === undefined ? readPixError(status, body) : { code, message };
  },
  readResult: readPixResult,
  outcomes: [...pixOutcomes, ...usualOutcomes(/_boletos?$/, guess.source)],
  effects: {
    ...pixEffects("sicredi"),
    sicredi_create_boleto: {
      reference: { path: "idTituloEmpresa", chosen: 25 },
      find: {
        find: "look up",
        async lookUp({ reference, arguments: { codigoBeneficiario = null }, read }) {
          const found = await read("sicredi_find_boleto", { codigoBeneficiario, idTituloEmpresa: reference });
          return textAt(found, "idTituloEmpresa") === reference ? found : undefined;
        },
        ...guess,
      },
    },
    sicredi_cancel_boleto: {
      find: {
        find: "look up",
        async lookUp({ arguments: { nossoNumero = null }, read }) {
          const boleto = await read("sicredi_get_boleto", { nossoNumero });
          return textAt(boleto, "situacao")?.startsWith("BAIXADO") === true ? boleto : undefined;
        },
        ...community,
      },
    },
  },
  lookUps: sicrediReads,
};
