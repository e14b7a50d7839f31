import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { objectsAt, textAt } from "../json/native-json.ts";
import {
  certificateFields,
  certificateNames,
  completePix,
  pixEffects,
  pixKeyField,
  pixOutcomes,
  readPixError,
  readPixResult,
} from "../pix-banks/pix-connector.ts";
import { interTools } from "./tools.ts";
import { interWire } from "./wire.ts";

const sdk = { source: "inter-co/pj-sdk-java", confidence: "spec" } as const;

/** What the tools need; the bank refuses a token for more than the integration was given. */
const scopes = [
  "boleto-cobranca.read",
  "boleto-cobranca.write",
  "cob.read",
  "cob.write",
  "pix.read",
  "pix.write",
  "webhook.read",
  "webhook.write",
  "extrato.read",
  "pagamento-pix.write",
];

/** A boleto is known by the number that we chose, among those that fall due on its day. */
const findBoleto: LookUp = async ({ arguments: args, read }) => {
  const { seuNumero = null, dataVencimento = null } = args;
  const found = await read("inter_list_boletos", {
    seuNumero,
    dataInicial: dataVencimento,
    dataFinal: dataVencimento,
    filtrarDataPor: "VENCIMENTO",
  });
  const made = objectsAt(found, "cobrancas").find((item) => textAt(item, "cobranca.seuNumero") === seuNumero);
  const codigoSolicitacao = textAt(made, "cobranca.codigoSolicitacao");
  return codigoSolicitacao === undefined ? undefined : { codigoSolicitacao };
};

const findCancelled: LookUp = async ({ arguments: { codigoSolicitacao = null }, read }) => {
  const boleto = await read("inter_get_boleto", { codigoSolicitacao });
  return textAt(boleto, "cobranca.situacao") === "CANCELADO" ? boleto : undefined;
};

/** Banco Inter: mutual TLS with the integration's certificate, and OAuth client credentials. */
export const interConnector: ConnectorDefinition = {
  id: "inter",
  version: "inter/1",
  wire: interWire,
  tools: interTools,
  hosts: {
    live: "https://cdpj.partners.bancointer.com.br",
    test: "https://cdpj-sandbox.partners.uatinter.co",
    ...sdk,
  },
  credentials: [
    { name: "client_id", label: "Client ID da integração", secret: false, ...sdk },
    { name: "client_secret", label: "Client secret", ...sdk },
    ...certificateFields(sdk),
    { name: "account", label: "Conta corrente", required: false, secret: false, form: /^\d{1,20}$/, ...sdk },
    pixKeyField,
  ],
  clientCertificate: { ...certificateNames, ...sdk },
  token: {
    path: "/oauth/v2/token",
    lifeMs: 3_600_000,
    ...sdk,
    request: ({ client_id = "", client_secret = "" }) => ({
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id,
        client_secret,
        scope: scopes.join(" "),
      }).toString(),
    }),
  },
  authorize: ({ account = "" }, token) => ({
    authorization: `Bearer ${token}`,
    ...(account === "" ? {} : { "x-conta-corrente": account }),
  }),
  complete: completePix,
  readError: readPixError,
  readResult(tool, response) {
    // 202 without a body
    if (tool === "inter_cancel_boleto")
      return { codigoSolicitacao: response.arguments.codigoSolicitacao ?? null };
    return readPixResult(tool, response);
  },
  outcomes: [
    ...pixOutcomes,
    { status: 400, means: "refused", ...sdk },
    { status: 403, means: "unauthorized", ...sdk },
    { status: 404, tool: /_boleto$/, means: "refused", as: "payment_not_found", ...sdk },
  ],
  effects: {
    ...pixEffects("inter"),
    inter_create_boleto: {
      reference: { path: "seuNumero", chosen: 15 },
      find: { find: "look up", lookUp: findBoleto, ...sdk },
    },
    inter_cancel_boleto: { find: { find: "look up", lookUp: findCancelled, ...sdk } },
    // it is known by what the lost response said
    inter_create_transfer: { find: { find: "none", ...sdk } },
  },
};
