import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { objectsAt, valueAt } from "../json/native-json.ts";
import { isTinyFailure, readTinyError } from "./errors.ts";
import { TINY_HOST, tinyMessages } from "./messages.ts";
import { tinyTools } from "./tools.ts";
import { tinyWire } from "./wire.ts";

const doc = { source: "tiny.com.br/api-docs, API 2.0", confidence: "doc" } as const;
const remembered = { source: "remembered", confidence: "unverified" } as const;

/** The order that carries our reference as its number in the shop. */
const findOrder: LookUp = async ({ reference, read }) => {
  const found = await read("tiny_list_orders", { numeroEcommerce: reference });
  const order = objectsAt(found, "retorno.pedidos").find(
    (each) => valueAt(each, "pedido.numero_ecommerce") === reference,
  );
  if (order === undefined) return undefined;
  const [id, numero] = [valueAt(order, "pedido.id") ?? null, valueAt(order, "pedido.numero") ?? null];
  return {
    retorno: { status_processamento: 3, status: "OK", registros: { registro: { status: "OK", id, numero } } },
  };
};

/** Tiny. It has no sandbox: an account for tests is one, on the same host. */
export const tinyConnector: ConnectorDefinition = {
  id: "tiny",
  version: "tiny/1",
  wire: tinyWire,
  tools: tinyTools,
  messages: tinyMessages,
  hosts: { live: TINY_HOST, test: TINY_HOST, ...doc },
  credentials: [{ name: "token", label: "Token da API", ...doc }],
  // the token is in the form
  authorize: () => ({}),
  isFailure: isTinyFailure,
  readError: readTinyError,
  outcomes: [
    { status: 200, code: "2", means: "unauthorized", ...doc },
    { status: 200, code: "20", means: "refused", as: "not_found", ...doc },
    // an order of the same number is one that carries ours: an earlier request has arrived, and is looked up
    { status: 200, code: "30", tool: /_create_order$/, means: "unknown", ...doc },
    { status: 200, code: "30", means: "refused", as: "already_exists", ...doc },
    { status: 200, code: "31", means: "refused", ...remembered },
  ],
  effects: {
    tiny_create_contact: { find: { find: "none", ...doc } },
    tiny_create_order: {
      reference: { path: "pedido.numero_pedido_ecommerce", shared: true },
      find: { find: "look up", lookUp: findOrder, ...doc },
    },
  },
};
