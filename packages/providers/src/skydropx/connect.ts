import type { Credentials } from "@codespar/backend/ports";
import type { JsonObject } from "@codespar/contract";
import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { isObject, objectsAt, textAt, valueAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { readSkydropxError } from "./errors.ts";
import { skydropxTools } from "./tools.ts";
import { skydropxWire } from "./wire.ts";

const doc = { source: "pro.skydropx.com API documentation, of 2025-09", confidence: "doc" } as const;
const remembered = { source: "remembered", confidence: "unverified" } as const;

const senderFields = [
  ["sender_name", "Nombre del remitente"],
  ["sender_company", "Empresa del remitente"],
  ["sender_phone", "Teléfono del remitente"],
  ["sender_email", "Correo del remitente"],
  ["sender_street", "Calle y número del remitente"],
  ["sender_reference", "Referencia del domicilio del remitente"],
] as const;

/** A cancelled shipment shows it in its packages; the word for it is remembered. */
const findCancelled: LookUp = async ({ arguments: args, read }) => {
  const shipment_id = textAt(args, "shipment_id") ?? "";
  const shipment = await read("skydropx_get_shipment", { id: shipment_id });
  const isCancelled = objectsAt(shipment ?? {}, "included").some(
    (each) => textAt(each, "attributes.tracking_status") === "cancelled",
  );
  return isCancelled ? { id: shipment_id, status: "approved", success: true } : undefined;
};

/** The sender as the connection says it, where the caller left it out: a shipment of CodeSpar's names only where it starts. */
function completeShipment(args: JsonObject, credentials: Credentials): JsonObject {
  const shipment = valueAt(args, "shipment");
  if (!isObject(shipment)) return args;
  const { consignment_note, package_type } = credentials;
  const sender = omitUndefined({
    street1: credentials.sender_street,
    name: credentials.sender_name,
    company: credentials.sender_company,
    phone: credentials.sender_phone,
    email: credentials.sender_email,
    reference: credentials.sender_reference,
  });
  const packages = objectsAt(shipment, "packages").map((each) => ({
    ...omitUndefined({ consignment_note, package_type }),
    ...each,
  }));
  return { ...args, shipment: { ...shipment, address_from: shipment.address_from ?? sender, packages } };
}

/**
 * Skydropx Pro. Its sandbox is a host of its own, with credentials of its own. No shipment carries a reference that its list
 * could be searched by, so that a purchase whose response is lost stays unknown until a person looks.
 */
export const skydropxConnector: ConnectorDefinition = {
  id: "skydropx",
  version: "skydropx/1",
  wire: skydropxWire,
  tools: skydropxTools,
  hosts: {
    live: "https://pro.skydropx.com",
    test: "https://sb-pro.skydropx.com",
    source: "zaamx/medusa-skydropxpro",
    confidence: "community",
  },
  credentials: [
    { name: "client_id", label: "Client ID", ...doc },
    { name: "client_secret", label: "Client Secret", ...doc },
    { name: "webhook_secret", label: "Clave secreta de los webhooks (HMAC)", required: false, ...doc },
    ...senderFields.map(([name, label]) => ({
      name,
      label,
      required: false,
      secret: false,
      freeText: true,
      ...doc,
    })),
    {
      name: "consignment_note",
      label: "Clave de producto del SAT para la carta porte",
      required: false,
      secret: false,
      form: /^\d{8}$/,
      ...doc,
    },
    {
      name: "package_type",
      label: "Clave de embalaje del SAT, por ejemplo 4G",
      required: false,
      secret: false,
      form: /^[0-9A-Z]{2,4}$/,
      ...doc,
    },
  ],
  needs: (tool) => (tool === "skydropx_create_shipment" ? senderFields.map(([name]) => name) : []),
  complete: (tool, args, credentials) =>
    tool === "skydropx_create_shipment" ? completeShipment(args, credentials) : args,
  authorize: (_credentials, token) => ({ authorization: `Bearer ${token}` }),
  token: {
    path: "/api/v1/oauth/token",
    request: ({ client_id = "", client_secret = "" }) => ({
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ grant_type: "client_credentials", client_id, client_secret }).toString(),
    }),
    // two hours
    lifeMs: 7_200_000,
    ...doc,
  },
  readError: readSkydropxError,
  outcomes: [
    { status: 400, means: "refused", ...doc },
    { status: 401, means: "unauthorized", ...doc },
    { status: 403, means: "unauthorized", ...remembered },
    { status: 404, means: "refused", as: "not_found", ...doc },
    { status: 422, means: "refused", ...doc },
    { status: 429, means: "not_processed", as: "rate_limited", ...remembered },
  ],
  effects: {
    // a quotation costs nothing
    skydropx_get_rates: { find: { find: "none", ...doc } },
    skydropx_create_shipment: { find: { find: "none", ...doc } },
    skydropx_cancel_shipment: { find: { find: "look up", lookUp: findCancelled, ...remembered } },
  },
};
