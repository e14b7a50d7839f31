import type { Credentials } from "@codespar/backend/ports";
import type { JsonObject } from "@codespar/contract";
import type { ConnectorDefinition } from "../connect/connector-definition.ts";
import { isObject, objectsAt, textAt, valueAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { jadlogTools } from "./tools.ts";
import { jadlogWire } from "./wire.ts";

const spec = { source: jadlogWire.source, confidence: "spec" } as const;
const remembered = { source: "remembered", confidence: "unverified" } as const;

const senderFields = [
  ["sender_name", "Nome do remetente"],
  ["sender_street", "Rua do remetente"],
  ["sender_number", "Número do endereço do remetente"],
  ["sender_district", "Bairro do remetente"],
  ["sender_city", "Cidade do remetente"],
  ["sender_state", "UF do remetente"],
  ["sender_phone", "Telefone do remetente"],
  ["sender_email", "E-mail do remetente"],
] as const;

/** The contract, and who sends, as the connection says them where the caller left them out. */
function complete(tool: string, args: JsonObject, credentials: Credentials): JsonObject {
  const { cnpj = "", account = "", contract = "" } = credentials;
  if (tool === "jadlog_calculate_shipping")
    return {
      ...args,
      frete: objectsAt(args, "frete").map((each) => ({
        cnpj,
        conta: account,
        contrato: contract,
        tpentrega: "D",
        tpseguro: "N",
        ...each,
      })),
    };
  const sender = valueAt(args, "rem");
  if (tool !== "jadlog_create_shipment" || !isObject(sender)) return args;
  const rem = omitUndefined({
    nome: credentials.sender_name,
    cnpjCpf: cnpj,
    ie: credentials.sender_state_tax_id ?? "",
    endereco: credentials.sender_street,
    numero: credentials.sender_number,
    compl: "",
    bairro: credentials.sender_district,
    cidade: credentials.sender_city,
    uf: credentials.sender_state,
    fone: credentials.sender_phone,
    cel: credentials.sender_phone,
    email: credentials.sender_email,
    contato: credentials.sender_name,
  });
  return {
    contaCorrente: account,
    nrContrato: contract,
    tpColeta: "K",
    tipoFrete: 0,
    ...args,
    rem: { ...rem, ...sender },
  };
}

/**
 * Jadlog. It has no sandbox that is known: a test contract is on the same host. No order can be searched for by a reference of ours
 * for certain, so that one whose response is lost stays unknown until a person looks, and no webhook of it is known.
 */
export const jadlogConnector: ConnectorDefinition = {
  id: "jadlog",
  version: "jadlog/1",
  wire: jadlogWire,
  tools: jadlogTools,
  hosts: {
    live: "https://www.jadlog.com.br/embarcador/api",
    test: "https://www.jadlog.com.br/embarcador/api",
    ...spec,
  },
  credentials: [
    { name: "token", label: "Token, sem a palavra Bearer", ...spec },
    { name: "cnpj", label: "CNPJ do contrato, só números", secret: false, form: /^\d{14}$/, ...spec },
    { name: "account", label: "Conta corrente", secret: false, ...spec },
    { name: "contract", label: "Número do contrato", secret: false, ...spec },
    {
      name: "sender_state_tax_id",
      label: "Inscrição estadual do remetente",
      required: false,
      secret: false,
      ...spec,
    },
    ...senderFields.map(([name, label]) => ({
      name,
      label,
      required: false,
      secret: false,
      freeText: true,
      ...spec,
    })),
  ],
  needs: (tool) => (tool === "jadlog_create_shipment" ? senderFields.map(([name]) => name) : []),
  complete,
  authorize: ({ token = "" }) => ({ authorization: `Bearer ${token}` }),
  // an error comes with HTTP 200; those of a quote's lines stand in the lines
  isFailure: (body) => isObject(valueAt(body, "erro")) || isObject(valueAt(body, "error")),
  readError(_status, body) {
    const error = valueAt(body, "erro") ?? valueAt(body, "error");
    const message = textAt(error, "descricao");
    return message === undefined ? undefined : { code: textAt(error, "id"), message };
  },
  outcomes: [
    { status: 200, means: "refused", ...spec },
    { status: 401, means: "unauthorized", ...remembered },
    { status: 403, means: "unauthorized", ...remembered },
    { status: 429, means: "not_processed", as: "rate_limited", ...remembered },
  ],
  effects: {
    jadlog_create_shipment: {
      reference: { path: "pedido.0", shared: true },
      find: { find: "none", ...spec },
    },
    jadlog_cancel_shipment: { find: { find: "none", ...spec } },
  },
};
