import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { objectsAt, textAt } from "../json/native-json.ts";
import { mercadoBitcoinTools } from "./tools.ts";
import { mercadoBitcoinWire } from "./wire.ts";

const client = { source: "ernanesa/MercadoBitcoin.Client", confidence: "community" } as const;

const MINUTE = 60_000;

/** The orders of the pair since then; those of a busier account than one page shows stay unknown. */
const findOrder: LookUp = async ({ reference, dispatchedAt, arguments: { symbol = null }, read }) => {
  const created_at_from = String(Math.floor((dispatchedAt - MINUTE) / 1000));
  const found = objectsAt(await read("mercado_bitcoin_list_orders", { symbol, created_at_from }), "orders");
  const orderId = textAt(
    found.find((order) => textAt(order, "externalId") === reference),
    "id",
  );
  return orderId === undefined ? undefined : { orderId };
};

/** A cancelled order says so; one that was filled before is no cancellation. */
const findCancelled: LookUp = async ({ arguments: { symbol = null, orderId = null }, read }) => {
  const order = await read("mercado_bitcoin_get_order", { symbol, orderId });
  return textAt(order, "status") === "cancelled" ? { status: "cancelled" } : undefined;
};

/** Mercado Bitcoin. It has no test environment: what is ordered there is ordered. */
export const mercadoBitcoinConnector: ConnectorDefinition = {
  id: "mercado-bitcoin",
  version: "mercado-bitcoin/1",
  wire: mercadoBitcoinWire,
  tools: mercadoBitcoinTools,
  hosts: { live: "https://api.mercadobitcoin.net", test: "https://api.mercadobitcoin.net", ...client },
  credentials: [
    { name: "api_id", label: "API id", secret: false, ...client },
    { name: "api_secret", label: "API secret (there is no test environment: orders are real)", ...client },
    {
      name: "account_id",
      label: "Account id (GET /accounts)",
      secret: false,
      form: /^[\w-]{1,64}$/,
      ...client,
    },
  ],
  token: {
    path: "/api/v4/authorize",
    request: ({ api_id = "", api_secret = "" }) => ({
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ login: api_id, password: api_secret }),
    }),
    // the response says when it ends; how long one lives is not documented, and one that has ended is asked for again
    lifeMs: 10 * MINUTE,
    ...client,
  },
  authorize: (_credentials, token) => ({ authorization: `Bearer ${token}` }),
  readError(_status, body) {
    const message = textAt(body, "message");
    return message === undefined ? undefined : { code: textAt(body, "code"), message };
  },
  outcomes: [
    { status: 400, code: /ORDER_NOT_FOUND$/, means: "refused", as: "not_found", ...client },
    { status: 400, means: "refused", ...client },
    { status: 401, means: "unauthorized", ...client },
    // such as a key that may only read
    { status: 403, means: "unauthorized", ...client },
    { status: 404, means: "refused", as: "not_found", ...client },
    { status: 429, means: "not_processed", as: "rate_limited", ...client },
  ],
  effects: {
    mercado_bitcoin_create_order: {
      reference: { path: "externalId", shared: true },
      find: { find: "look up", lookUp: findOrder, ...client },
    },
    mercado_bitcoin_cancel_order: { find: { find: "look up", lookUp: findCancelled, ...client } },
  },
};
