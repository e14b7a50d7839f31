import type { Credentials } from "@codespar/backend/ports";
import type { JsonObject } from "@codespar/contract";
import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { isObject, objectsAt, textAt, valueAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { dhlTools } from "./tools.ts";
import { dhlWire } from "./wire.ts";

const spec = { source: dhlWire.source, confidence: "spec" } as const;
const remembered = { source: "remembered", confidence: "unverified" } as const;

const senderFields = [
  ["sender_name", "Nombre del remitente"],
  ["sender_company", "Empresa del remitente"],
  ["sender_phone", "Teléfono del remitente"],
  ["sender_street", "Calle y número del remitente"],
  ["content_description", "Qué se envía, por ejemplo Libros"],
] as const;

const DAY = 86_400_000;

/** By the reference that the label was made with; tracking says neither the label nor what it cost. */
const findShipment: LookUp = async ({ reference, dispatchedAt, read }) => {
  const tracked = await read("dhl_track_by_reference", {
    shipmentReference: reference,
    shipmentReferenceType: "CU",
    dateRangeFrom: toDate(dispatchedAt - DAY),
    dateRangeTo: toDate(dispatchedAt + DAY),
  });
  const found = objectsAt(tracked ?? {}, "shipments").find((shipment) =>
    objectsAt(shipment, "shipperReferences").some((each) => textAt(each, "value") === reference),
  );
  const shipmentTrackingNumber = textAt(found ?? {}, "shipmentTrackingNumber");
  return shipmentTrackingNumber === undefined ? undefined : { shipmentTrackingNumber };
};

/** `YYYY-MM-DD` in UTC; the range has a day to spare on both sides. */
function toDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The account, and for shipments and collections who sends, as the connection says them where the caller left them out. */
function complete(tool: string, args: JsonObject, credentials: Credentials): JsonObject {
  const { account_number = "", content_description } = credentials;
  if (tool === "dhl_get_label" || tool === "dhl_track_by_reference")
    return { shipperAccountNumber: account_number, ...args };
  if (!/^dhl_(get_rates|create_shipment|create_pickup)$/.test(tool)) return args;
  const accounts = [{ typeCode: "shipper", number: account_number }];
  const billed = { accounts, ...args };
  const parties = valueAt(args, "customerDetails");
  const shipper = valueAt(args, "customerDetails.shipperDetails");
  if (tool === "dhl_get_rates" || !isObject(parties) || !isObject(shipper)) return billed;
  const { postalAddress, contactInformation } = shipper;
  const customerDetails = {
    ...parties,
    shipperDetails: {
      ...shipper,
      postalAddress: {
        ...omitUndefined({ addressLine1: credentials.sender_street }),
        ...(isObject(postalAddress) ? postalAddress : {}),
      },
      contactInformation: contactInformation ?? {
        ...omitUndefined({
          fullName: credentials.sender_name,
          companyName: credentials.sender_company,
          phone: credentials.sender_phone,
        }),
      },
    },
  };
  const content = valueAt(args, "content");
  return {
    ...billed,
    customerDetails,
    ...(isObject(content)
      ? { content: { ...omitUndefined({ description: content_description }), ...content } }
      : {}),
  };
}

/**
 * MyDHL API. Its test environment is a path of the same host, with the same key. A shipment whose response is lost is found by the
 * shipper's reference, and its label is not had again: DHL hands it over once.
 */
export const dhlConnector: ConnectorDefinition = {
  id: "dhl",
  version: "dhl/1",
  wire: dhlWire,
  tools: dhlTools,
  hosts: {
    live: "https://express.api.dhl.com/mydhlapi",
    test: "https://express.api.dhl.com/mydhlapi/test",
    source: "developer.dhl.com/api-reference/dhl-express-mydhl-api, Environments",
    confidence: "doc",
  },
  credentials: [
    { name: "api_key", label: "API Key", ...spec },
    { name: "api_secret", label: "API Secret", ...spec },
    { name: "account_number", label: "Número de cuenta DHL Express", secret: false, ...spec },
    ...senderFields.map(([name, label]) => ({
      name,
      label,
      required: false,
      secret: false,
      freeText: true,
      ...spec,
    })),
  ],
  needs: (tool) => (tool === "dhl_create_shipment" ? senderFields.map(([name]) => name) : []),
  complete,
  authorize: ({ api_key = "", api_secret = "" }) => ({
    authorization: `Basic ${btoa(`${api_key}:${api_secret}`)}`,
  }),
  // the cancellation of a collection has no body
  readResult: (tool, { body, arguments: args }) =>
    isObject(body) ? body : tool === "dhl_cancel_pickup" ? args : undefined,
  readError(_status, body) {
    const message = textAt(body, "detail") ?? textAt(body, "message") ?? textAt(body, "title");
    if (message === undefined) return undefined;
    const details = valueAt(body, "additionalDetails");
    const more = Array.isArray(details) ? details.filter((each) => typeof each === "string") : [];
    return { message: [message, ...more].join(" ") };
  },
  outcomes: [
    { status: 400, means: "refused", ...spec },
    { status: 401, means: "unauthorized", ...spec },
    { status: 404, means: "refused", as: "not_found", ...spec },
    { status: 422, means: "refused", ...spec },
    { status: 429, means: "not_processed", as: "rate_limited", ...remembered },
  ],
  effects: {
    dhl_create_shipment: {
      reference: { path: "customerReferences.0.value", shared: true },
      find: { find: "look up", lookUp: findShipment, ...spec },
    },
    dhl_create_pickup: { find: { find: "none", ...spec } },
    dhl_cancel_pickup: { find: { find: "none", ...spec } },
  },
};
