import type { Credentials } from "@codespar/backend/ports";
import type { JsonObject } from "@codespar/contract";
import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { textAt, valueAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { textsAt } from "../json/read-arguments.ts";
import { readMelhorEnvioError } from "./errors.ts";
import { melhorEnvioTools } from "./tools.ts";
import { melhorEnvioWire } from "./wire.ts";

const spec = { source: "melhorenvio/shipment-sdk-php", confidence: "spec" } as const;
const community = { source: "AstrotechLabs/melhorenvio-sdk", confidence: "community" } as const;

/** A freight keeps its id from the cart to the purchase, so that reading it says whether it was bought. */
const findPurchase: LookUp = async ({ arguments: args, read }) => {
  const orders: JsonObject[] = [];
  for (const id of textsAt(args, "orders")) {
    const order = await read("melhor_envio_get_shipment", { id });
    if (order === undefined || textAt(order, "paid_at") === undefined) return undefined;
    orders.push(order);
  }
  return orders.length === 0 ? undefined : { purchase: { status: "paid", orders } };
};

const findCancelled: LookUp = async ({ arguments: args, read }) => {
  const id = textAt(args, "order.id") ?? "";
  const order = await read("melhor_envio_get_shipment", { id });
  const time = valueAt(order, "canceled_at");
  return typeof time === "string" ? { [id]: { canceled: true, time } } : undefined;
};

/** Without these four the cart refuses a freight: the carrier and the tax office want to know who sends. */
const senderFields = ["sender_name", "sender_document", "sender_address", "sender_city"] as const;

/** The sender as the connection says it, where the caller left it out: a shipment of CodeSpar's names only where it starts. */
function completeSender(args: JsonObject, credentials: Credentials): JsonObject {
  const from = valueAt(args, "from");
  if (typeof from !== "object" || from === null || Array.isArray(from)) return args;
  const { sender_document = "" } = credentials;
  const document = sender_document.replaceAll(/[./-]/g, "");
  const sender = omitUndefined({
    name: credentials.sender_name,
    phone: credentials.sender_phone,
    email: credentials.contact_email,
    ...(from.document === undefined && from.company_document === undefined
      ? { [document.length === 14 ? "company_document" : "document"]: document === "" ? undefined : document }
      : {}),
    address: credentials.sender_address,
    number: credentials.sender_number,
    district: credentials.sender_district,
    city: credentials.sender_city,
  });
  return { ...args, from: { ...sender, ...from } };
}

/** Melhor Envio. Its sandbox is a host of its own, with accounts and apps of its own. */
export const melhorEnvioConnector: ConnectorDefinition = {
  id: "melhor-envio",
  version: "melhor-envio/2",
  wire: melhorEnvioWire,
  tools: melhorEnvioTools,
  hosts: { live: "https://melhorenvio.com.br", test: "https://sandbox.melhorenvio.com.br", ...spec },
  credentials: [
    { name: "access_token", label: "Token de acesso", ...spec },
    { name: "contact_email", label: "E-mail de contato do aplicativo", secret: false, ...community },
    {
      name: "app_secret",
      label: "Secret do aplicativo (webhooks)",
      required: false,
      source: "docs.melhorenvio.com.br webhooks",
      confidence: "doc",
    },
    ...[
      ["sender_name", "Nome do remetente"],
      ["sender_document", "CPF ou CNPJ do remetente"],
      ["sender_phone", "Telefone do remetente"],
      ["sender_address", "Rua do remetente"],
      ["sender_number", "Número do endereço do remetente"],
      ["sender_district", "Bairro do remetente"],
      ["sender_city", "Cidade do remetente"],
    ].map(([name = "", label = ""]) => ({
      name,
      label,
      required: false,
      secret: false,
      freeText: true,
      ...community,
    })),
  ],
  // quotes and tracking need no sender
  needs: (tool) => (tool === "melhor_envio_create_shipment" ? senderFields : []),
  complete: (tool, args, credentials) =>
    tool === "melhor_envio_create_shipment" ? completeSender(args, credentials) : args,
  // without a contact in the User-Agent every call is refused
  authorize: ({ access_token = "", contact_email = "" }) => ({
    authorization: `Bearer ${access_token}`,
    "user-agent": `CodeSpar (${contact_email})`,
  }),
  readError: readMelhorEnvioError,
  outcomes: [
    { status: 401, means: "unauthorized", ...community },
    { status: 403, means: "unauthorized", source: "remembered", confidence: "unverified" },
    { status: 404, means: "refused", as: "not_found", ...community },
    { status: 422, means: "refused", ...community },
    { status: 429, means: "not_processed", as: "rate_limited", ...community },
  ],
  effects: {
    // a freight in the cart costs nothing
    melhor_envio_create_shipment: { find: { find: "none", ...community } },
    melhor_envio_checkout_cart: { find: { find: "look up", lookUp: findPurchase, ...community } },
    melhor_envio_cancel_shipment: { find: { find: "look up", lookUp: findCancelled, ...community } },
  },
  lookUps: {
    melhor_envio_search_shipments: {
      get: "/api/v2/me/orders/search",
      listAs: "data",
      confidence: "unverified",
    },
  },
};
