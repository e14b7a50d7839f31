import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
} from "../emulation/emulation-definition.ts";
import { nativeInput, text } from "../tools/native-input.ts";
import { hmacSha256Hex, isSameText } from "../webhooks/hmac.ts";
import { signBitso } from "./signature.ts";
import { findOpenOrders, findTrades, findWithdrawals } from "./simulate.ts";
import { bitsoTools } from "./tools.ts";
import { bitsoReads, bitsoWire } from "./wire.ts";

/** Keys that the emulator makes begin so, and it knows their secrets; of others it looks at the form alone. */
const ownKeys = "EMULATED";

/** A secret that follows from its key: it opens nothing but an emulator. */
const secretOf = (key: string) => hmacSha256Hex("bitso", key);

const form = /^Bitso ([^:\s]+):(\d+):([0-9a-f]{64})$/;

/** Bitso's own HTTP over its simulation. That the number of a request grows is not checked. */
export const bitsoEmulation: EmulationDefinition = {
  id: "bitso",
  wire: bitsoWire,
  tools: bitsoTools,
  hosts: ["api.bitso.com", "api-stage.bitso.com"],
  calls: {
    find_orders: {
      ...bitsoReads.bitso_find_orders,
      input: nativeInput({ origin_ids: text() }),
      handle: findOpenOrders,
    },
    find_trades: {
      ...bitsoReads.bitso_find_trades,
      input: nativeInput({ origin_id: text() }),
      handle: findTrades,
    },
    find_withdrawals: {
      ...bitsoReads.bitso_find_withdrawals,
      input: nativeInput({ origin_ids: text(), wids: text() }),
      handle: findWithdrawals,
    },
  },
  readCredential: ({ authorization = "" }) => form.exec(authorization)?.[1],
  async isSigned({ headers, method, path, query, body }, key) {
    const [, , nonce = "", signature = ""] = form.exec(headers.authorization ?? "") ?? [];
    if (!key.startsWith(ownKeys)) return true;
    return isSameText(await signBitso(await secretOf(key), nonce, { method, path, query, body }), signature);
  },
  // a key shows nothing of what it is for
  classifyCredential: (credential) => (/^\w{8,}$/.test(credential) ? "test" : "malformed"),
  makeCredential: (token) => `${ownKeys}${token}`,
  connection: async (api_key) => ({ api_key, api_secret: await secretOf(api_key) }),
  describe,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(401, "Invalid Nonce or Invalid Credentials", "0201");
    case "path":
    case "method":
    case "not_simulated":
      return error(404, "Not found");
    case "body":
    case "query":
      return error(400, "The request is not JSON");
    case "arguments":
      return error(400, `Required field missing or not valid: ${problem.issues[0]?.path ?? ""}`, "0303");
    case "unavailable":
      return error(503, "Service unavailable");
    case "refusal":
      return error(400, problem.refusal.message, problem.refusal.providerCode);
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Bitso's keys stand in its bodies.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function error(status: number, message: string, code?: string): EmulatedResponse {
  return { status, body: { success: false, error: { ...(code === undefined ? {} : { code }), message } } };
}
