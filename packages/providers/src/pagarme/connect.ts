import { encodeBase64 } from "@codespar/formats";
import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { objectsAt, textAt } from "../json/native-json.ts";
import { readPagarmeError } from "./errors.ts";
import { pagarmeTools } from "./tools.ts";
import { pagarmeWire } from "./wire.ts";

const spec = { source: "npm @pagarme/pagarme-nodejs-sdk 7.0.2", confidence: "spec" } as const;
const DAY = 86_400_000;

const findOrder: LookUp = async ({ reference, read }) => {
  const found = await read("pagarme_list_orders", { code: reference, size: 30 });
  return objectsAt(found, "data").find((order) => textAt(order, "code") === reference);
};

/** "Expires 24 hours after the first request" (docs.pagar.me/docs/o-que-é, idempotência). */
const repeat = {
  find: "repeat",
  keyLifeMs: DAY,
  source: "docs.pagar.me/docs/o-que-é, idempotência",
  confidence: "doc",
} as const;

/** Pagar.me v5. A test key works on the same host. */
export const pagarmeConnector: ConnectorDefinition = {
  id: "pagarme",
  version: "pagarme/1",
  wire: pagarmeWire,
  tools: pagarmeTools,
  hosts: { live: "https://api.pagar.me", test: "https://api.pagar.me", ...spec },
  credentials: [
    {
      name: "secret_key",
      label: "Chave secreta",
      form: /^sk_/,
      prefixes: { test: ["sk_test_"], live: "others" },
      ...spec,
    },
    {
      name: "webhook_password",
      label: "Senha do webhook (autenticação Basic)",
      required: false,
      source: "docs.pagar.me webhooks",
      confidence: "doc",
    },
  ],
  authorize: ({ secret_key = "" }) => ({
    authorization: `Basic ${encodeBase64(new TextEncoder().encode(`${secret_key}:`))}`,
  }),
  idempotency: { header: "idempotency-key", methods: ["POST", "DELETE"], ...spec },
  readError: readPagarmeError,
  outcomes: [
    { status: 400, means: "refused", ...spec },
    { status: 401, means: "unauthorized", ...spec },
    { status: 403, means: "unauthorized", ...spec },
    { status: 404, tool: /charge/, means: "refused", as: "payment_not_found", ...spec },
    { status: 404, means: "refused", as: "not_found", ...spec },
    { status: 412, means: "refused", ...spec },
    { status: 422, means: "refused", ...spec },
    {
      status: 429,
      means: "not_processed",
      as: "rate_limited",
      source: "docs.pagar.me/reference/rate-limit",
      confidence: "doc",
    },
  ],
  effects: {
    pagarme_create_order: {
      reference: { path: "code", shared: true },
      find: { ...repeat, lookUp: findOrder },
    },
    pagarme_create_charge: { find: repeat },
    pagarme_capture_charge: { find: repeat },
    pagarme_refund_charge: { find: repeat },
    pagarme_cancel_charge: { find: repeat },
    pagarme_create_customer: { find: repeat },
    pagarme_create_recipient: { find: repeat },
    pagarme_create_subscription: { find: repeat },
    pagarme_create_transfer: { find: repeat },
    pagarme_create_payment_link: { reference: { path: "order_code", shared: true }, find: repeat },
  },
};
