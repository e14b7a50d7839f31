import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { GrowingNonce } from "../connect/growing-nonce.ts";
import { objectsAt, textAt } from "../json/native-json.ts";
import { signBitso } from "./signature.ts";
import { bitsoTools } from "./tools.ts";
import { bitsoReads, bitsoWire } from "./wire.ts";

const doc = { source: "docs.bitso.com", confidence: "doc" } as const;
const sdk = { source: "bitsoex/bitso-java", confidence: "spec" } as const;
const remembered = { source: "remembered", confidence: "unverified" } as const;

const nonces = new GrowingNonce();

/** An order that is open is in the list; what was filled has left it, and shows in its trades. */
const findOrder: LookUp = async ({ reference, read }) => {
  const [open] = objectsAt(await read("bitso_find_orders", { origin_ids: reference }), "payload");
  const found = open ?? objectsAt(await read("bitso_find_trades", { origin_id: reference }), "payload")[0];
  const oid = textAt(found, "oid");
  return oid === undefined || textAt(found, "origin_id") !== reference
    ? undefined
    : { success: true, payload: { oid } };
};

const findWithdrawal: LookUp = async ({ reference, read }) => {
  const all = objectsAt(await read("bitso_find_withdrawals", { origin_ids: reference }), "payload");
  const found = all.find((withdrawal) => textAt(withdrawal, "details.origin_id") === reference);
  return found === undefined ? undefined : { success: true, payload: found };
};

/** Bitso. Its sandbox is a host of its own, and a key does not show whose it is. */
export const bitsoConnector: ConnectorDefinition = {
  id: "bitso",
  version: "bitso/1",
  wire: bitsoWire,
  tools: bitsoTools,
  hosts: { live: "https://api.bitso.com", test: "https://api-stage.bitso.com", ...sdk },
  credentials: [
    { name: "api_key", label: "API key", secret: false, form: /^[^:\s]+$/, ...sdk },
    { name: "api_secret", label: "API secret", ...sdk },
  ],
  // the signature names the key
  authorize: () => ({}),
  async sign(request, { api_key = "", api_secret = "" }) {
    const nonce = nonces.next(api_key, request.now);
    const signature = await signBitso(api_secret, nonce, request);
    return { authorization: `Bitso ${api_key}:${nonce}:${signature}` };
  },
  isFailure: (body) => textAt(body, "error.message") !== undefined,
  readError(_status, body) {
    const message = textAt(body, "error.message");
    return message === undefined ? undefined : { code: textAt(body, "error.code"), message };
  },
  outcomes: [
    // a wrong key, a wrong signature and a number that does not grow have one code
    { status: 401, means: "unauthorized", ...remembered },
    { status: 400, code: "0201", means: "unauthorized", ...remembered },
    { status: 400, code: "0301", means: "refused", as: "unknown_book", ...doc },
    { status: 400, code: /^03(?:10|12)$/, means: "refused", as: "not_found", ...doc },
    { status: 400, code: /^03/, means: "refused", ...doc },
    { status: 403, means: "unauthorized", ...remembered },
    { status: 404, means: "refused", as: "not_found", ...remembered },
    { status: 429, means: "not_processed", as: "rate_limited", ...remembered },
  ],
  effects: {
    bitso_create_order: {
      reference: { path: "origin_id", shared: true },
      find: { find: "look up", lookUp: findOrder, ...doc },
    },
    bitso_create_withdrawal: {
      // its key too: a second one with it is not made
      reference: { path: "origin_id", shared: true },
      find: { find: "look up", lookUp: findWithdrawal, ...doc },
    },
    // an order that is not open any more was cancelled, or filled before
    bitso_cancel_order: { find: { find: "none", ...doc } },
  },
  lookUps: bitsoReads,
};
