import type { JsonObject } from "@codespar/contract";
import { encodeBase64, toMinorUnits } from "@codespar/formats";
import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { instantAt, numberAt, objectsAt, textAt } from "../json/native-json.ts";
import { readZoopError } from "./errors.ts";
import { zoopTools } from "./tools.ts";
import { zoopWire } from "./wire.ts";

const wrapper = { source: "imobanco/zoop-wrapper 0.5.2", confidence: "community" } as const;
const codes = { source: "docs.zoop.co/v1.0/reference, códigos de status", confidence: "community" } as const;

const PAGE = 100;
/** Transactions that are looked through, newest first. */
const MOST = 500;
/** How far clocks may differ, in milliseconds. */
const SKEW = 300_000;

/** No filter by a reference is known: the newest are looked through, back to when the call left. */
const findTransaction: LookUp = async ({ reference, dispatchedAt, read }) => {
  for (let offset = 0; offset < MOST; offset += PAGE) {
    const page = await read("zoop_list_transactions", { limit: PAGE, offset, sort: "time-descending" });
    const items = objectsAt(page, "items");
    const found = items.find((each) => textAt(each, "reference_id") === reference);
    if (found !== undefined) return found;
    const oldest = instantAt(items.at(-1), "created_at") ?? 0;
    if (page?.has_more !== true || oldest < dispatchedAt - SKEW) return undefined;
  }
  return undefined;
};

/**
 * A transaction that was given back by one void of this amount is done. A part has no reference of ours: several may be alike, so that
 * it stays unknown.
 */
const findVoided: LookUp = async ({ arguments: args, read }) => {
  const found = await read("zoop_get_transaction", { transaction_id: args.transaction_id ?? null });
  const voids = objectsAt(found, "history").filter((event) => event.operation_type === "void");
  const [only, another] = voids;
  const isOurs = only !== undefined && another === undefined && isAmount(only, args);
  return isOurs && textAt(found, "status") === "canceled" ? found : undefined;
};

function isAmount(event: JsonObject, args: JsonObject): boolean {
  const amount = numberAt(event, "amount");
  return amount !== undefined && toMinorUnits(amount, "BRL") === numberAt(args, "amount");
}

/** A transaction is captured once. */
const findCaptured: LookUp = async ({ arguments: args, read }) => {
  const found = await read("zoop_get_transaction", { transaction_id: args.transaction_id ?? null });
  return textAt(found, "status") === "succeeded" ? found : undefined;
};

const none = { find: { find: "none", ...wrapper } } as const;
const create = {
  reference: { path: "reference_id", shared: true },
  find: { find: "look up", lookUp: findTransaction, ...wrapper },
} as const;

/** Calls that are on behalf of a seller. */
const sold: ReadonlySet<string> = new Set([
  "zoop_create_transaction",
  "zoop_create_pix_payment",
  "zoop_capture_transaction",
  "zoop_refund_transaction",
]);
/** Calls about a seller. */
const owned: ReadonlySet<string> = new Set(["zoop_get_balance", "zoop_get_receivables"]);

/** Zoop: the key of a marketplace and the seller that its payments are for. A test key works on the same host. */
export const zoopConnector: ConnectorDefinition = {
  id: "zoop",
  version: "zoop/1",
  wire: zoopWire,
  tools: zoopTools,
  hosts: { live: "https://api.zoop.ws", test: "https://api.zoop.ws", ...wrapper },
  credentials: [
    {
      name: "api_key",
      label: "Chave (zpk)",
      form: /^zpk_\w+$/,
      prefixes: { test: ["zpk_test_"], live: "others" },
      source: "docs.zoop.co/docs/sua-primeira-transação",
      confidence: "doc",
    },
    { name: "marketplace_id", label: "Marketplace", secret: false, form: /^[0-9a-f]{32}$/, ...wrapper },
    {
      name: "seller_id",
      label: "Vendedor em cujo nome se cobra",
      secret: false,
      form: /^[0-9a-f]{32}$/,
      ...wrapper,
    },
    {
      name: "webhook_authorization",
      label: "Autorização registrada no webhook",
      required: false,
      ...wrapper,
    },
  ],
  authorize: ({ api_key = "" }) => ({
    authorization: `Basic ${encodeBase64(new TextEncoder().encode(`${api_key}:`))}`,
  }),
  complete(tool, args, { seller_id = "" }) {
    if (sold.has(tool)) return { on_behalf_of: seller_id, ...args };
    return owned.has(tool) ? { seller_id, ...args } : args;
  },
  readError: readZoopError,
  outcomes: [
    { status: 400, means: "refused", ...codes },
    { status: 401, means: "unauthorized", ...codes },
    { status: 402, tool: /create_transaction/, means: "refused", as: "card_declined", ...codes },
    { status: 402, means: "refused", ...codes },
    { status: 403, means: "unauthorized", ...codes },
    { status: 404, tool: /transaction|pix_payment/, means: "refused", as: "payment_not_found", ...codes },
    { status: 404, means: "refused", as: "not_found", ...codes },
  ],
  effects: {
    zoop_create_transaction: create,
    zoop_create_pix_payment: create,
    zoop_capture_transaction: { find: { find: "look up", lookUp: findCaptured, ...wrapper } },
    zoop_refund_transaction: { find: { find: "look up", lookUp: findVoided, ...wrapper } },
    zoop_create_buyer: none,
    zoop_create_seller: none,
    zoop_create_split_rule: none,
    zoop_create_transfer: none,
  },
};
