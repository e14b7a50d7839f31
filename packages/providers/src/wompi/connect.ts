import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { isObject, objectsAt, textAt } from "../json/native-json.ts";
import { readWompiError } from "./errors.ts";
import { signTransaction } from "./integrity.ts";
import { wompiTools } from "./tools.ts";
import { wompiWire } from "./wire.ts";

const doc = { source: "docs.wompi.co/en/docs/colombia/transacciones, eventos", confidence: "doc" } as const;
const sdk = { source: "pulgueta/wompi-node 3.2.0, 2026-07", confidence: "community" } as const;

/** Calls that a browser makes as well; all else takes the private key. */
const publicTools: ReadonlySet<string> = new Set([
  "wompi_get_transaction",
  "wompi_get_payment_link",
  "wompi_list_pse_banks",
  "wompi_get_merchant",
]);

const findTransaction: LookUp = async ({ reference, read }) => {
  const found = await read("wompi_list_transactions", { reference, page_size: 200 });
  const data = objectsAt(found, "data").find((each) => textAt(each, "reference") === reference);
  return data === undefined ? undefined : { data };
};

/** A transaction is voided once. */
const findVoided: LookUp = async ({ arguments: args, read }) => {
  const found = await read("wompi_get_transaction", { transaction_id: args.transaction_id ?? null });
  return textAt(found, "data.status") === "VOIDED" ? found : undefined;
};

const none = { find: { find: "none", ...sdk } } as const;

/** Wompi: two keys, one secret that signs what is asked for, and one that signs what is reported. */
export const wompiConnector: ConnectorDefinition = {
  id: "wompi",
  version: "wompi/1",
  wire: wompiWire,
  tools: wompiTools,
  hosts: { live: "https://production.wompi.co", test: "https://sandbox.wompi.co", ...sdk },
  credentials: [
    {
      name: "public_key",
      label: "Llave pública",
      secret: false,
      form: /^pub_\w+$/,
      prefixes: { test: ["pub_test_"], live: ["pub_prod_"] },
      ...sdk,
    },
    {
      name: "private_key",
      label: "Llave privada",
      form: /^prv_\w+$/,
      prefixes: { test: ["prv_test_"], live: ["prv_prod_"] },
      ...sdk,
    },
    {
      name: "integrity_secret",
      label: "Secreto de integridad",
      prefixes: { test: ["test_integrity_"], live: ["prod_integrity_"] },
      ...sdk,
    },
    {
      name: "events_secret",
      label: "Secreto de eventos",
      required: false,
      prefixes: { test: ["test_events_"], live: ["prod_events_"] },
      ...sdk,
    },
  ],
  authorize: ({ public_key = "", private_key = "" }, _token, _host, tool) => ({
    authorization: `Bearer ${publicTools.has(tool) ? public_key : private_key}`,
  }),
  async complete(tool, args, { integrity_secret = "" }) {
    if (tool !== "wompi_create_transaction") return args;
    // over the reference as it leaves, ours in front: what a caller signed is over another one
    return { ...args, signature: await signTransaction(args, integrity_secret) };
  },
  // a void may be responded to without a body
  readResult: (tool, { status, body }) =>
    isObject(body) ? body : tool === "wompi_void_transaction" && status === 201 ? {} : undefined,
  readError: readWompiError,
  outcomes: [
    { status: 401, means: "unauthorized", ...sdk },
    { status: 404, tool: /transaction/, means: "refused", as: "payment_not_found", ...sdk },
    { status: 404, means: "refused", as: "not_found", ...sdk },
    // the reference is ours alone: an earlier request of this very call has arrived
    { status: 422, code: "reference_used", means: "unknown", ...doc },
    { status: 422, means: "refused", ...sdk },
  ],
  effects: {
    wompi_create_transaction: {
      reference: { path: "reference", shared: true },
      find: { find: "look up", lookUp: findTransaction, ...sdk },
    },
    wompi_void_transaction: { find: { find: "look up", lookUp: findVoided, ...sdk } },
    // links cannot be listed
    wompi_create_payment_link: { reference: { path: "sku" }, ...none },
    wompi_create_payment_source: none,
  },
};
