import type { JsonObject } from "@codespar/contract";
import type { ConnectorDefinition, FindStrategy, LookUpContext } from "../connect/connector-definition.ts";
import { objectsAt, textAt } from "../json/native-json.ts";
import { readTransbankError } from "./errors.ts";
import { transbankTools } from "./tools.ts";
import { transbankWire } from "./wire.ts";

const sdk = { source: "transbank-sdk 6.1.1 (official)", confidence: "spec" } as const;
const doc = { source: "transbankdevelopers.cl", confidence: "doc" } as const;

/** The transaction shows what was done to it; a state is reached once. */
function inState(...states: string[]): { find: FindStrategy } {
  return {
    find: {
      find: "look up",
      async lookUp({ arguments: args, read }: LookUpContext) {
        const transaction = await read("transbank_get_transaction", { token: args.token ?? null });
        return states.includes(textAt(transaction, "status") ?? "") ? transaction : undefined;
      },
      ...sdk,
    },
  };
}

/** Nothing that it returns names an order of ours, and nothing can be searched. */
const none = { find: { find: "none", ...sdk } } as const;

/** Transbank: a commerce code and its key. The integration environment is a host of its own, with public shops. */
export const transbankConnector: ConnectorDefinition = {
  id: "transbank",
  version: "transbank/1",
  wire: transbankWire,
  tools: transbankTools,
  hosts: { live: "https://webpay3g.transbank.cl", test: "https://webpay3gint.transbank.cl", ...sdk },
  credentials: [
    { name: "commerce_code", label: "Código de comercio", secret: false, form: /^\d{12}$/, ...sdk },
    { name: "api_key", label: "Llave secreta", ...sdk },
    {
      name: "return_url",
      label: "Dirección a la que vuelve el pagador, y que confirma la transacción",
      required: false,
      secret: false,
      form: /^https?:\/\/\S{1,240}$/,
      ...sdk,
    },
    {
      name: "child_commerce_code",
      label: "Código de la tienda hija (Oneclick Mall)",
      required: false,
      secret: false,
      form: /^\d{12}$/,
      ...sdk,
    },
  ],
  authorize: ({ commerce_code = "", api_key = "" }) => ({
    "tbk-api-key-id": commerce_code,
    "tbk-api-key-secret": api_key,
  }),
  complete(tool, args, { return_url, child_commerce_code }) {
    if (tool === "transbank_create_transaction" && return_url !== undefined) return { return_url, ...args };
    if (tool !== "transbank_authorize_oneclick") return args;
    const details = objectsAt(args, "details").map((detail) => withoutType(detail, child_commerce_code));
    return { ...args, details };
  },
  readResult: (_tool, { status, body }) =>
    status === 204
      ? {}
      : typeof body === "object" && body !== null && !Array.isArray(body)
        ? body
        : undefined,
  readError: readTransbankError,
  outcomes: [
    { status: 400, means: "refused", ...doc },
    { status: 401, means: "unauthorized", ...doc },
    { status: 404, means: "refused", as: "not_found", ...doc },
    { status: 422, means: "refused", ...doc },
  ],
  effects: {
    transbank_create_transaction: none,
    transbank_commit_transaction: inState("AUTHORIZED", "FAILED"),
    transbank_capture_transaction: inState("CAPTURED"),
    transbank_refund_transaction: none,
    transbank_authorize_oneclick: {
      find: {
        find: "look up",
        // unique at Transbank, and ours
        lookUp: ({ arguments: args, read }) =>
          read("transbank_get_oneclick", { buy_order: args.buy_order ?? null }),
        ...sdk,
      },
    },
    transbank_refund_oneclick: none,
    transbank_create_inscription: none,
    transbank_delete_inscription: none,
  },
};

/** The card itself decides whether it is debit; the shop inside the mall is the connection's where nobody says. */
function withoutType(
  { payment_type_code: _, ...detail }: JsonObject,
  commerce_code: string | undefined,
): JsonObject {
  return commerce_code === undefined ? detail : { commerce_code, ...detail };
}
