import type { JsonObject } from "@codespar/contract";
import { encodeBase64 } from "@codespar/formats";
import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
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
import { bancoDoBrasilTools } from "./tools.ts";
import { bancoDoBrasilWire } from "./wire.ts";

const community = {
  source: "BCJTI/bb-smart-sdk, higorocha, packagist readmes",
  confidence: "community",
} as const;

const scopes = [
  "cobrancas.boletos-requisicao",
  "cobrancas.boletos-info",
  "cob.write",
  "cob.read",
  "pix.write",
  "pix.read",
  "webhook.write",
  "webhook.read",
  "extrato-info",
];

/** A boleto has the number that its issuer chose; a second one of that number is refused. */
const findBoleto: LookUp = async ({ arguments: args, read }) => {
  const { numeroTituloCliente = null, numeroConvenio, dataVencimento } = args;
  const convenio: JsonObject = numeroConvenio === undefined ? {} : { numeroConvenio };
  const boleto = await read("banco_do_brasil_get_boleto", { id: numeroTituloCliente, ...convenio });
  // an older one may have the number
  if (boleto === undefined || textAt(boleto, "dataVencimentoTituloCobranca") !== dataVencimento)
    return undefined;
  return {
    numero: numeroTituloCliente,
    linhaDigitavel: textAt(boleto, "codigoLinhaDigitavel") ?? null,
    codigoBarraNumerico: textAt(boleto, "textoCodigoBarrasTituloCobranca") ?? null,
  };
};

/** Banco do Brasil: OAuth client credentials and an application's key; Pix wants mutual TLS as well. */
export const bancoDoBrasilConnector: ConnectorDefinition = {
  id: "banco-do-brasil",
  version: "banco-do-brasil/1",
  wire: bancoDoBrasilWire,
  tools: bancoDoBrasilTools,
  hosts: { live: "https://api.bb.com.br", test: "https://api.hm.bb.com.br", ...community },
  otherHosts: { pix: { live: "https://api-pix.bb.com.br", test: "https://api.hm.bb.com.br" } },
  credentials: [
    { name: "client_id", label: "Client ID", secret: false, ...community },
    { name: "client_secret", label: "Client secret", ...community },
    { name: "app_key", label: "Chave da aplicação (developer_application_key)", ...community },
    {
      name: "convenio",
      label: "Convênio de cobrança",
      required: false,
      secret: false,
      form: /^\d{7}$/,
      ...community,
    },
    ...certificateFields(community, false),
    { ...pixKeyField, required: false },
  ],
  clientCertificate: { ...certificateNames, ...community },
  token: {
    hosts: { live: "https://oauth.bb.com.br", test: "https://oauth.hm.bb.com.br" },
    path: "/oauth/token",
    lifeMs: 600_000,
    ...community,
    request: ({ client_id = "", client_secret = "" }) => ({
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        authorization: `Basic ${encodeBase64(new TextEncoder().encode(`${client_id}:${client_secret}`))}`,
      },
      body: new URLSearchParams({ grant_type: "client_credentials", scope: scopes.join(" ") }).toString(),
    }),
  },
  authorize: ({ app_key = "" }, token) => ({
    authorization: `Bearer ${token}`,
    "x-developer-application-key": app_key,
  }),
  complete(tool, args, credentials) {
    const { convenio = "" } = credentials;
    if (tool.endsWith("_boleto") && convenio !== "" && args.numeroConvenio === undefined)
      return { ...args, numeroConvenio: Number(convenio) };
    return completePix(tool, args, credentials);
  },
  readError(status, body) {
    const message = textAt(body, "erros.0.mensagem") ?? textAt(body, "errors.0.message");
    const code = textAt(body, "erros.0.codigo") ?? textAt(body, "errors.0.code");
    if (message !== undefined) return { code, message };
    const gateway = textAt(body, "message");
    return gateway === undefined
      ? readPixError(status, body)
      : { code: textAt(body, "error"), message: gateway };
  },
  readResult: readPixResult,
  outcomes: [...pixOutcomes, ...usualOutcomes(/_(?:boleto|statement)$/, community.source)],
  effects: {
    ...pixEffects("banco_do_brasil"),
    banco_do_brasil_create_boleto: { find: { find: "look up", lookUp: findBoleto, ...community } },
  },
};
