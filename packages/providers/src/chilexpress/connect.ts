import type { Credentials } from "@codespar/backend/ports";
import type { JsonObject } from "@codespar/contract";
import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { isObject, numberAt, objectsAt, textAt, valueAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { chilexpressTools } from "./tools.ts";
import { chilexpressWire } from "./wire.ts";

const spec = { source: chilexpressWire.source, confidence: "spec" } as const;
const remembered = { source: "remembered", confidence: "unverified" } as const;

const senderFields = [
  ["sender_name", "Nombre del remitente"],
  ["sender_phone", "Teléfono del remitente"],
  ["sender_email", "Correo del remitente"],
  ["return_county", "Código de la comuna de devolución, por ejemplo STGO"],
  ["return_street", "Calle de devolución"],
  ["return_number", "Número de la calle de devolución"],
] as const;

/** By the reference that the order was made with; the label came with the response that was lost. */
const findOrder: LookUp = async ({ reference, read }) => {
  const tracked = await read("chilexpress_track_shipment", { reference, showTrackingEvents: 1 });
  const order = valueAt(tracked ?? {}, "data.transportOrderData");
  if (!isObject(order) || (textAt(order, "reference") ?? reference) !== reference) return undefined;
  const transportOrderNumber = readNumber(order, "transportOrderNumber");
  return transportOrderNumber === undefined
    ? undefined
    : { data: { detail: [{ transportOrderNumber, reference }] }, statusCode: 0 };
};

function readNumber(order: JsonObject, field: string): string | undefined {
  return textAt(order, field) ?? numberAt(order, field)?.toString();
}

/** The customer's card, the tax id, and who sends and takes returns, as the connection says them where the caller left them out. */
function complete(tool: string, args: JsonObject, credentials: Credentials): JsonObject {
  const { marketplace_rut = "" } = credentials;
  if (tool === "chilexpress_track_shipment") return { rut: Number(marketplace_rut), ...args };
  const header = valueAt(args, "header");
  if (tool !== "chilexpress_create_transport_order" || !isObject(header)) return args;
  const { customer_card = "", seller_rut = "DEFAULT" } = credentials;
  const returned = omitUndefined({
    addressId: 0,
    countyCoverageCode: credentials.return_county,
    streetName: credentials.return_street,
    streetNumber: credentials.return_number,
    addressType: "DEV",
    deliveryOnCommercialOffice: false,
  });
  const sender = omitUndefined({
    name: credentials.sender_name,
    phoneNumber: credentials.sender_phone,
    mail: credentials.sender_email,
    contactType: "R",
  });
  const withOther = (list: readonly JsonObject[], field: string, other: JsonObject) =>
    list.some((each) => each[field] === other[field]) ? [...list] : [...list, other];
  return {
    ...args,
    header: {
      certificateNumber: 0,
      customerCardNumber: customer_card,
      marketplaceRut: Number(marketplace_rut),
      sellerRut: seller_rut,
      ...header,
    },
    details: objectsAt(args, "details").map((detail) => ({
      ...detail,
      addresses: withOther(objectsAt(detail, "addresses"), "addressType", returned),
      contacts: withOther(objectsAt(detail, "contacts"), "contactType", sender),
    })),
  };
}

/**
 * Chilexpress. Each of its three products has a key of its own, and its test environment a host of its own. An order whose response
 * is lost is looked for by the shipper's reference; whether tracking takes that alone, without the order's number, is unverified.
 */
export const chilexpressConnector: ConnectorDefinition = {
  id: "chilexpress",
  version: "chilexpress/1",
  wire: chilexpressWire,
  tools: chilexpressTools,
  hosts: {
    live: "https://services.wschilexpress.com",
    test: "https://testservices.wschilexpress.com",
    ...spec,
  },
  credentials: [
    { name: "rating_key", label: "API Key Cotizador", ...spec },
    { name: "coverage_key", label: "API Key Georeferencia", ...spec },
    { name: "orders_key", label: "API Key Envíos", ...spec },
    { name: "customer_card", label: "Número de Tarjeta Cliente Chilexpress (TCC)", secret: false, ...spec },
    {
      name: "marketplace_rut",
      label: "RUT del Marketplace, sin dígito verificador",
      secret: false,
      form: /^\d{1,9}$/,
      ...spec,
    },
    { name: "seller_rut", label: "RUT del Seller", required: false, secret: false, ...spec },
    ...senderFields.map(([name, label]) => ({
      name,
      label,
      required: false,
      secret: false,
      freeText: true,
      ...spec,
    })),
  ],
  needs: (tool) => (tool === "chilexpress_create_transport_order" ? senderFields.map(([name]) => name) : []),
  complete,
  authorize: ({ rating_key = "", coverage_key = "", orders_key = "" }, _token, _host, tool) => ({
    "ocp-apim-subscription-key":
      tool === "chilexpress_get_rates"
        ? rating_key
        : tool === "chilexpress_list_coverage_areas"
          ? coverage_key
          : orders_key,
    "cache-control": "no-cache",
  }),
  // 0 is good, also where the HTTP status is 200
  isFailure: (body) => (numberAt(body, "statusCode") ?? 0) !== 0,
  readError(_status, body) {
    const code = numberAt(body, "statusCode")?.toString();
    const message =
      textAt(body, "data.detail.0.statusDescription") ??
      textAt(body, "statusDescription") ??
      textAt(body, "message");
    return message === undefined ? undefined : { code, message };
  },
  outcomes: [
    { status: 200, code: "99", means: "refused", ...spec },
    { status: 200, code: "-1", means: "refused", ...spec },
    { status: 400, means: "refused", ...spec },
    { status: 401, means: "unauthorized", ...spec },
    { status: 403, means: "unauthorized", ...remembered },
    { status: 404, means: "refused", as: "not_found", ...remembered },
    { status: 429, means: "not_processed", as: "rate_limited", ...remembered },
  ],
  effects: {
    chilexpress_create_transport_order: {
      reference: { path: "details.0.packages.0.deliveryReference", shared: true },
      find: { find: "look up", lookUp: findOrder, ...remembered },
    },
  },
};
