import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { objectsAt, textAt } from "../json/native-json.ts";
import { readConektaError } from "./errors.ts";
import { conektaTools } from "./tools.ts";
import { conektaWire } from "./wire.ts";

const spec = { source: "conekta/openapi 2.3.0", confidence: "spec" } as const;

/** What the search goes through is not documented, so that each order is compared. */
const findOrder: LookUp = async ({ reference, read }) => {
  const found = await read("conekta_list_orders", { search: reference, limit: 250 });
  return objectsAt(found, "data").find((order) => textAt(order, "metadata.reference") === reference);
};

/** An order is captured or cancelled once, so one that is in this state is done. */
function findInState(...states: string[]): LookUp {
  return async ({ arguments: args, read }) => {
    const order = await read("conekta_get_order", { id: args.order_id ?? null });
    return states.includes(textAt(order, "payment_status") ?? "") ? order : undefined;
  };
}

const none = { find: { find: "none", ...spec } } as const;

/** Conekta. Test keys work on the same host; the specification of 2.3.0 has no idempotency key. */
export const conektaConnector: ConnectorDefinition = {
  id: "conekta",
  version: "conekta/1",
  wire: conektaWire,
  tools: conektaTools,
  hosts: { live: "https://api.conekta.io", test: "https://api.conekta.io", ...spec },
  credentials: [
    { name: "private_key", label: "Llave privada", ...spec },
    {
      name: "webhook_public_key",
      label: "Llave pública de webhooks (base64, sin la primera ni la última línea)",
      required: false,
      secret: false,
      ...spec,
    },
  ],
  authorize: ({ private_key = "" }) => ({
    authorization: `Bearer ${private_key}`,
    accept: "application/vnd.conekta-v2.3.0+json",
  }),
  readError: readConektaError,
  outcomes: [
    { status: 401, means: "unauthorized", ...spec },
    { status: 402, type: "processing_error", means: "refused", as: "card_declined", ...spec },
    { status: 402, means: "refused", ...spec },
    { status: 404, means: "refused", as: "not_found", ...spec },
    { status: 422, means: "refused", ...spec },
    { status: 428, means: "refused", ...spec },
  ],
  effects: {
    conekta_create_order: {
      reference: { path: "metadata.reference", shared: true },
      find: {
        find: "look up",
        lookUp: findOrder,
        source: "conekta/openapi 2.3.0, search of orders: what it covers is not said",
        confidence: "unverified",
      },
    },
    conekta_capture_order: { find: { find: "look up", lookUp: findInState("paid"), ...spec } },
    conekta_cancel_order: {
      find: { find: "look up", lookUp: findInState("canceled", "voided"), ...spec },
    },
    // what was given back names nothing of ours
    conekta_refund_charge: none,
    conekta_create_charge: none,
    conekta_create_customer: none,
    conekta_create_checkout: {
      reference: { path: "order_template.metadata.reference", shared: true },
      find: { find: "none", ...spec },
    },
    conekta_create_subscription: none,
    conekta_cancel_subscription: none,
  },
};
