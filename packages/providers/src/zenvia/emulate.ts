import type { JsonObject } from "@codespar/contract";
import { generateUuid } from "@codespar/formats";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { readMessageChange } from "../emulation/message-change.ts";
import { listWebhookEndpoints, putWebhookEndpoint } from "../emulation/webhook-endpoints.ts";
import { phoneDigits } from "../engines/messaging/phone-number.ts";
import { textAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { nativeInput, object, oneOf, text } from "../tools/native-input.ts";
import { zenviaTools } from "./tools.ts";
import { zenviaWire } from "./wire.ts";

const codes = {
  queued: undefined,
  sent: "SENT",
  delivered: "DELIVERED",
  read: "READ",
  failed: "NOT_DELIVERED",
} as const;

/** Zenvia's status events, unsigned; a subscription may ask for headers of its own. */
const webhooks: WebhookEmulation = {
  getEvents(change, { random }) {
    const message = readMessageChange(change);
    const code = message === undefined ? undefined : codes[message.status];
    if (message === undefined || code === undefined) return [];
    const at = message.readAt ?? message.deliveredAt ?? message.failedAt ?? message.sentAt;
    const timestamp = new Date(at).toISOString();
    const id = generateUuid(random);
    const body: JsonObject = {
      id,
      timestamp,
      type: "MESSAGE_STATUS",
      channel: message.channel,
      messageId: message.id,
      contentIndex: 0,
      message: {
        id: message.id,
        to: phoneDigits(message.to),
        direction: "OUT",
        externalId: message.customArguments?.externalId ?? null,
      },
      messageStatus: { timestamp, code, description: code.toLowerCase() },
    };
    return [{ id, type: "MESSAGE_STATUS", body }];
  },
  sign: async ({ url, secret }, { body }) => ({
    url,
    headers: { "content-type": "application/json", ...(secret === "" ? {} : { "x-webhook-token": secret }) },
    body: JSON.stringify(body),
  }),
  // how often is not documented
  retryDelaysMs: [60_000, 300_000],
};

/** Zenvia's own HTTP over its simulation. */
export const zenviaEmulation: EmulationDefinition = {
  id: "zenvia",
  wire: zenviaWire,
  tools: zenviaTools,
  hosts: ["api.zenvia.com"],
  alsoRequired: Object.fromEntries(Object.keys(zenviaWire.tools).map((tool) => [tool, ["from"]])),
  calls: {
    create_subscription: {
      post: "/v2/subscriptions",
      input: nativeInput(
        {
          eventType: oneOf("MESSAGE", "MESSAGE_STATUS"),
          webhook: object({ url: text(), headers: object({}) }, "url"),
          criteria: object({ channel: text(), direction: text() }),
          status: oneOf("ACTIVE", "INACTIVE"),
          version: text(),
        },
        "eventType",
        "webhook",
      ),
      handle: createSubscription,
    },
    list_subscriptions: {
      get: "/v2/subscriptions",
      listAs: "subscriptions",
      input: nativeInput({}),
      handle: (_args, context) => ({
        subscriptions: listWebhookEndpoints(context).map(({ id, url, events }) => ({
          id,
          eventType: events[0] ?? "MESSAGE_STATUS",
          webhook: { url },
          status: "ACTIVE",
        })),
      }),
    },
  },
  readCredential: (headers) => headers["x-api-token"],
  classifyCredential: (credential) => (/^[\w-]{8,}$/.test(credential) ? "test" : "malformed"),
  makeCredential: (token) => token,
  connection: (api_token) => ({
    api_token,
    sms_sender: "loja",
    whatsapp_sender: "551130001000",
    email_sender: "loja@example.com",
  }),
  describe,
  webhooks,
};

function createSubscription(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const url = textAt(args, "webhook.url") ?? "";
  if (!/^https?:\/\//.test(url)) return new Refusal("VALIDATION_ERROR", "webhook.url is not an address");
  const eventType = textAt(args, "eventType") ?? "MESSAGE_STATUS";
  const id = generateUuid(context.random);
  const secret = textAt(args, "webhook.headers.x-webhook-token") ?? "";
  putWebhookEndpoint(context, { id, url, secret, events: [eventType], enabled: args.status !== "INACTIVE" });
  return { id, eventType, webhook: { url }, status: textAt(args, "status") ?? "ACTIVE", version: "v2" };
}

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(401, "AUTHENTICATION_ERROR", "No authorization token was found");
    case "path":
    case "method":
    case "not_simulated":
      return error(404, "NOT_FOUND", "Not found");
    case "body":
    case "query":
      return error(400, "VALIDATION_ERROR", "Validation error");
    case "arguments": {
      const path = problem.issues.map((issue) => issue.path);
      const details = path.map((field) => ({
        code: "invalid",
        path: [field],
        message: `${field} is missing or not valid`,
      }));
      return { status: 400, body: { code: "VALIDATION_ERROR", message: "Validation error", details } };
    }
    case "unavailable":
      return error(503, "INTERNAL_ERROR", "Service unavailable");
    case "refusal":
      return error(
        problem.refusal.code === "NOT_FOUND" ? 404 : 400,
        problem.refusal.code,
        problem.refusal.message,
      );
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Zenvia has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function error(status: number, code: string, message: string): EmulatedResponse {
  return { status, body: { code, message, details: [] } };
}
