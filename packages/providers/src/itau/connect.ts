import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { uuidOf } from "../connect/uuid-of.ts";
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
  usualOutcomes,
} from "../pix-banks/pix-connector.ts";
import { itauTools } from "./tools.ts";
import { itauWire } from "./wire.ts";

const community = { source: "leandroferreirama/api-itau (2024)", confidence: "community" } as const;
const guess = { source: "devportal.itau.com.br, remembered", confidence: "unverified" } as const;
const sandbox = "https://sandbox.devportal.itau.com.br";

/** A boleto has the number that its issuer chose, and is found by it. */
const findBoleto: LookUp = async ({ arguments: args, read }) => {
  const id_beneficiario = textAt(args, "beneficiario.id_beneficiario") ?? null;
  const codigo_carteira = textAt(args, "dado_boleto.codigo_carteira") ?? null;
  const nosso_numero = textAt(args, "dado_boleto.dados_individuais_boleto.0.numero_nosso_numero") ?? null;
  const due = textAt(args, "dado_boleto.dados_individuais_boleto.0.data_vencimento");
  const found = await read("itau_get_boleto", { id_beneficiario, codigo_carteira, nosso_numero });
  const boleto = objectsAt(found, "data").find(
    (item) => textAt(item, "dado_boleto.dados_individuais_boleto.0.data_vencimento") === due,
  );
  return boleto;
};

/** Itaú: mutual TLS and OAuth client credentials; each product is on a host of its own. */
export const itauConnector: ConnectorDefinition = {
  id: "itau",
  version: "itau/1",
  wire: itauWire,
  tools: itauTools,
  hosts: { live: "https://api.itau.com.br", test: sandbox, ...guess },
  otherHosts: {
    pix: { live: "https://secure.api.itau", test: sandbox },
    reading: { live: "https://secure.api.cloud.itau.com.br", test: sandbox },
  },
  credentials: [
    { name: "client_id", label: "Client ID", secret: false, ...community },
    { name: "client_secret", label: "Client secret", ...community },
    ...certificateFields(community),
    {
      name: "id_beneficiario",
      label: "Agência, conta e dígito (12)",
      required: false,
      secret: false,
      form: /^\d{12}$/,
      ...community,
    },
    { ...pixKeyField, required: false },
  ],
  clientCertificate: { ...certificateNames, ...community },
  token: {
    hosts: { live: "https://sts.itau.com.br", test: "https://devportal.itau.com.br" },
    path: { live: "/api/oauth/token", test: "/api/jwt" },
    lifeMs: 300_000,
    ...community,
    request: ({ client_id = "", client_secret = "" }) => ({
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ grant_type: "client_credentials", client_id, client_secret }).toString(),
    }),
  },
  authorize: ({ client_id = "" }, token) => ({
    authorization: `Bearer ${token}`,
    "x-itau-apikey": client_id,
  }),
  sign: async (request) => ({ "x-itau-correlationid": await uuidOf(JSON.stringify(request)) }),
  complete(tool, args, credentials) {
    const { id_beneficiario = "" } = credentials;
    const own = id_beneficiario === "" ? {} : { id_beneficiario };
    if (tool === "itau_get_boleto") return { ...own, ...args, view: "specific" };
    if (tool === "itau_create_boleto") return { beneficiario: own, ...args };
    return completePix(tool, args, credentials);
  },
  readError(status, body) {
    const message = textAt(body, "mensagem");
    return message === undefined ? readPixError(status, body) : { code: textAt(body, "codigo"), message };
  },
  readResult: readPixResult,
  outcomes: [...pixOutcomes, ...usualOutcomes(/_(?:boleto|pix_transfer)$/, guess.source)],
  effects: {
    ...pixEffects("itau"),
    itau_create_boleto: { find: { find: "look up", lookUp: findBoleto, ...community } },
    // its own number of the payment is not searched for
    itau_create_pix_transfer: { find: { find: "none", ...guess } },
  },
};
