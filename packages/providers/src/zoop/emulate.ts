import type { PaymentStatus } from "@codespar/contract";
import { asciiText, decodeBase64, randomHex } from "@codespar/formats";
import { readChargeChange } from "../emulation/charge-change.ts";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { utcSeconds } from "../engines/payments/notify-charge.ts";
import { disputeStatus, toTransaction } from "./simulate.ts";
import { zoopTools } from "./tools.ts";
import { zoopWire } from "./wire.ts";

const MINUTE = 60_000;

const types: Readonly<Record<PaymentStatus, string>> = {
  pending: "transaction.created",
  authorized: "transaction.pre_authorization.succeeded",
  paid: "transaction.succeeded",
  // a part that was given back is a cancellation as well
  partially_refunded: "transaction.canceled",
  refunded: "transaction.canceled",
  expired: "transaction.canceled",
  cancelled: "transaction.canceled",
  failed: "transaction.failed",
};

const disputeTypes = { dispute: "transaction.disputed", charged_back: "transaction.charged_back" } as const;

const webhooks: WebhookEmulation = {
  getEvents(change, context) {
    const charge = readChargeChange(change);
    if (charge === undefined) return [];
    const { before, after } = charge;
    const dispute = disputeStatus(after);
    const isDisputed = before !== undefined && dispute !== undefined && disputeStatus(before) !== dispute;
    if (!isDisputed && before?.status === after.status && before.refunds.length === after.refunds.length)
      return [];
    const id = randomHex(context.random, 32);
    const type = isDisputed ? disputeTypes[dispute] : types[after.status];
    const body = {
      id,
      type,
      resource: "event",
      payload: { object: toTransaction(after, context) },
      created_at: utcSeconds(context.now),
    };
    return [{ id, type, body }];
  },
  sign: async ({ url, secret }, { body }) => ({
    url,
    headers: {
      "content-type": "application/json",
      ...(secret === "" ? {} : { authorization: secret }),
    },
    body: JSON.stringify(body),
  }),
  // how often is unverified
  retryDelaysMs: [MINUTE, 10 * MINUTE, 60 * MINUTE],
};

/** Zoop's own HTTP over its simulation. */
export const zoopEmulation: EmulationDefinition = {
  id: "zoop",
  wire: zoopWire,
  tools: zoopTools,
  hosts: ["api.zoop.ws"],
  alsoRequired: {
    zoop_create_transaction: ["on_behalf_of"],
    zoop_create_pix_payment: ["on_behalf_of"],
    zoop_capture_transaction: ["on_behalf_of"],
    zoop_refund_transaction: ["on_behalf_of"],
  },
  readCredential({ authorization = "" }) {
    const [, encoded] = /^basic +(\S+)$/i.exec(authorization) ?? [];
    const bytes = encoded === undefined ? undefined : decodeBase64(encoded);
    return bytes === undefined ? undefined : asciiText(bytes).replace(/:.*$/s, "");
  },
  classifyCredential(key) {
    if (key.startsWith("zpk_test_")) return "test";
    return key.startsWith("zpk_") ? "live" : "malformed";
  },
  makeCredential: (token) => `zpk_test_${token}`,
  connection: (api_key, webhook_authorization) => ({
    api_key,
    marketplace_id: "0".repeat(32),
    seller_id: "1".repeat(32),
    webhook_authorization,
  }),
  describe,
  webhooks,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(401, "authentication_error", "authentication_failed", "The API key is not valid.");
    case "path":
    case "method":
    case "not_simulated":
      return error(404, "invalid_request_error", "resource_not_found", "Sorry, the resource does not exist.");
    case "body":
    case "query":
      return error(400, "invalid_request_error", "invalid_parameter", "The body is not JSON.");
    case "arguments": {
      const { path = "", problem: what } = problem.issues[0] ?? {};
      const category = what === "missing" ? "missing_required_param" : "invalid_parameter";
      return error(400, "invalid_request_error", category, `${path} is missing or not valid.`, [path]);
    }
    case "unavailable":
      return error(503, "api_error", "service_unavailable", "Service unavailable.");
    case "refusal": {
      const { code, message, providerCode } = problem.refusal;
      if (code === "payment_not_found" || code === "not_found")
        return error(404, "invalid_request_error", "resource_not_found", message);
      if (code === "card_declined") return error(402, "card_error", providerCode ?? "card_declined", message);
      return error(400, "invalid_request_error", code, message);
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Zoop has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

/** The shape is recorded; the words are unverified. */
function error(
  status_code: number,
  type: string,
  category: string,
  message: string,
  reasons: string[] = [],
): EmulatedResponse {
  return {
    status: status_code,
    body: { error: { status: "error", status_code, type, category, message, reasons } },
  };
}
