import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { objectsAt } from "../json/native-json.ts";
import { readBlingError } from "./errors.ts";
import { blingTools } from "./tools.ts";
import { blingWire } from "./wire.ts";

const client = { source: "AlexandreBellas/bling-erp-api-js 5.8.1", confidence: "community" } as const;
const remembered = { source: "remembered", confidence: "unverified" } as const;

/** The order that carries our reference as its number in the shop. */
const findOrder: LookUp = async ({ reference, read }) => {
  const found = await read("bling_list_orders", { numerosLojas: [reference] });
  const order = objectsAt(found, "data").find(({ numeroLoja }) => numeroLoja === reference);
  return order === undefined ? undefined : { data: { id: order.id ?? null } };
};

/** Bling. It has no sandbox: a trial account is one, on the same host. */
export const blingConnector: ConnectorDefinition = {
  id: "bling",
  version: "bling/1",
  wire: blingWire,
  tools: blingTools,
  hosts: { live: "https://api.bling.com.br", test: "https://api.bling.com.br", ...client },
  credentials: [
    { name: "access_token", label: "Access token", ...client },
    { name: "refresh_token", label: "Refresh token", required: false, ...client },
  ],
  authorize: ({ access_token = "" }) => ({ authorization: `Bearer ${access_token}` }),
  readError: readBlingError,
  outcomes: [
    { status: 400, means: "refused", ...client },
    { status: 401, means: "unauthorized", ...client },
    { status: 403, means: "unauthorized", ...client },
    { status: 404, means: "refused", as: "not_found", ...client },
    { status: 422, means: "refused", ...remembered },
    { status: 429, means: "not_processed", as: "rate_limited", ...client },
  ],
  effects: {
    bling_create_contact: { find: { find: "none", ...client } },
    bling_create_product: { find: { find: "none", ...client } },
    bling_create_order: {
      reference: { path: "numeroLoja", shared: true },
      find: { find: "look up", lookUp: findOrder, ...client },
    },
    bling_update_stock: { find: { find: "none", ...client } },
  },
};
