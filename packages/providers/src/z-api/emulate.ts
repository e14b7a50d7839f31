import type { JsonObject } from "@codespar/contract";
import { randomHex } from "@codespar/formats";
import type {
  EmulatedCall,
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { readMessageChange } from "../emulation/message-change.ts";
import { putWebhookEndpoint } from "../emulation/webhook-endpoints.ts";
import type { Message } from "../engines/messaging/message.ts";
import { phoneDigits } from "../engines/messaging/phone-number.ts";
import { textAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { nativeInput, text } from "../tools/native-input.ts";
import { zApiTools } from "./tools.ts";
import { zApiWire } from "./wire.ts";

/** A webhook address for one kind of callback (developer.z-api.io, webhooks). */
function addressCall(path: string, type: string): EmulatedCall {
  return {
    put: `/instances/{instance_id}/token/{instance_token}/${path}`,
    input: nativeInput({ value: text("An https address") }, "value"),
    handle(args: JsonObject, context: CallContext) {
      const url = textAt(args, "value") ?? "";
      if (!/^https?:\/\//.test(url)) return new Refusal("invalid_request", "Invalid webhook url", "400");
      putWebhookEndpoint(context, { id: type, url, secret: "", events: [type], enabled: true });
      return { value: true };
    },
  };
}

/** Z-API's callbacks: unsigned. A message that failed is told by an `error` in the delivery, never by a status. */
const webhooks: WebhookEmulation = {
  getEvents(change, { random }) {
    const message = readMessageChange(change);
    if (message === undefined) return [];
    const body = toCallback(message);
    const type = String(body.type);
    return [{ id: randomHex(random, 16), type, body }];
  },
  sign: async ({ url }, { body }) => ({
    url,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }),
  // whether it tries again is not documented
  retryDelaysMs: [],
};

function toCallback(message: Message): JsonObject {
  const phone = phoneDigits(message.to);
  const instanceId = "EMULATED";
  if (message.status === "sent" || message.status === "failed") {
    return {
      type: "DeliveryCallback",
      phone,
      zaapId: message.id,
      messageId: message.id,
      instanceId,
      momment: message.failedAt ?? message.sentAt,
      ...(message.status === "failed" ? { error: message.failure ?? "undeliverable" } : {}),
    };
  }
  return {
    type: "MessageStatusCallback",
    status: message.status === "read" ? "READ" : "RECEIVED",
    ids: [message.id],
    momment: message.readAt ?? message.deliveredAt ?? message.sentAt,
    phone,
    phoneDevice: 0,
    isGroup: false,
    instanceId,
  };
}

/** Z-API's own HTTP over its simulation. The words of its errors are unverified. */
export const zApiEmulation: EmulationDefinition = {
  id: "z-api",
  wire: zApiWire,
  tools: zApiTools,
  hosts: ["api.z-api.io"],
  calls: {
    update_webhook_delivery: addressCall("update-webhook-delivery", "DeliveryCallback"),
    update_webhook_message_status: addressCall("update-webhook-message-status", "MessageStatusCallback"),
  },
  readCredential: (headers) => headers["client-token"],
  // a token shows nothing of its environment
  classifyCredential: (credential) => (/^[\w-]{8,}$/.test(credential) ? "test" : "malformed"),
  makeCredential: (token) => `F${token}`,
  connection: (client_token) => ({ client_token, instance_id: "EMULATED", instance_token: "EMULATED" }),
  describe,
  webhooks,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(403, "null not allowed", "Client-Token is not valid");
    case "path":
    case "not_simulated":
      return error(404, "NOT_FOUND", "Unable to find matching target resource method");
    case "method":
      return error(405, "NOT_ALLOWED", "Method not allowed");
    case "body":
    case "query":
      return error(400, "Invalid JSON", "The body is not JSON.");
    case "arguments":
      return error(400, "Bad Request", `${problem.issues[0]?.path ?? "phone"} is required or not valid`);
    case "unavailable":
      return error(503, "Service Unavailable", "Service Unavailable");
    case "refusal":
      return error(400, problem.refusal.message, problem.refusal.message);
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Z-API has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function error(status: number, name: string, message: string): EmulatedResponse {
  return { status, body: { error: name, message } };
}
