import type { JsonObject } from "@codespar/contract";
import { encodeBase64, randomAlphanumerics, unixSeconds } from "@codespar/formats";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { readMessageChange } from "../emulation/message-change.ts";
import { messageKind } from "../engines/messaging/message.ts";
import { textAt } from "../json/read-arguments.ts";
import { integer, nativeInput, text } from "../tools/native-input.ts";
import { generateEcdsaKeys, signEcdsa } from "../webhooks/ecdsa.ts";
import { toActivity } from "./simulate.ts";
import { sendgridTools } from "./tools.ts";
import { sendgridWire } from "./wire.ts";

const HOUR = 3_600_000;

const events = {
  queued: undefined,
  sent: "processed",
  delivered: "delivered",
  read: "open",
  failed: "bounce",
} as const;

/** The key that signs; another one in each process, as an account makes its own. */
let keys: ReturnType<typeof generateEcdsaKeys> | undefined;

function openKeys() {
  keys ??= generateEcdsaKeys();
  return keys;
}

const webhooks: WebhookEmulation = {
  getEvents(change, { random }) {
    const message = readMessageChange(change);
    const event = message === undefined ? undefined : events[message.status];
    if (message === undefined || event === undefined) return [];
    const at = message.readAt ?? message.deliveredAt ?? message.failedAt ?? message.sentAt;
    const sg_event_id = randomAlphanumerics(random, 22);
    const body: JsonObject = {
      email: message.to,
      timestamp: unixSeconds(at),
      event,
      sg_event_id,
      sg_message_id: `${message.id}.recvd-emulated-1`,
      ...message.customArguments,
    };
    return [{ id: sg_event_id, type: event, body }];
  },
  async sign({ url }, event, { now }) {
    const { privateKey } = await openKeys();
    const body = JSON.stringify([event.body]);
    const time = String(unixSeconds(now));
    return {
      url,
      headers: {
        "content-type": "application/json",
        "x-twilio-email-event-webhook-signature": encodeBase64(await signEcdsa(privateKey, time + body)),
        "x-twilio-email-event-webhook-timestamp": time,
      },
      body,
    };
  },
  // it tries for 24 hours; how often is unverified
  retryDelaysMs: [60_000, HOUR, 6 * HOUR, 16 * HOUR],
};

/** SendGrid's own HTTP over its simulation. */
export const sendgridEmulation: EmulationDefinition = {
  id: "sendgrid",
  wire: sendgridWire,
  tools: sendgridTools,
  hosts: ["api.sendgrid.com", "api.eu.sendgrid.com"],
  alsoRequired: {
    sendgrid_send_email: ["from"],
    sendgrid_send_template: ["from"],
    sendgrid_list_templates: ["page_size"],
  },
  calls: {
    search_messages: {
      get: "/v3/messages",
      input: nativeInput({ query: text(), limit: integer() }, "query"),
      handle(args, context) {
        const [, name = "", value] =
          /^\(?unique_args\['(\w+)'\]="([^"]*)"\)?$/.exec(textAt(args, "query") ?? "") ?? [];
        const found = context
          .list<Parameters<typeof toActivity>[0]>(messageKind)
          .filter(({ customArguments }) => value !== undefined && customArguments?.[name] === value);
        return { messages: found.map(toActivity) };
      },
    },
  },
  readCredential: ({ authorization = "" }) => /^bearer +(\S+)$/i.exec(authorization)?.[1],
  classifyCredential: (credential) => (credential.startsWith("SG.") ? "test" : "malformed"),
  makeCredential: (token) => `SG.${token}`,
  connection: async (api_key) => ({
    api_key,
    sender_email: "loja@example.com",
    webhook_public_key: encodeBase64((await openKeys()).publicKey),
  }),
  describe,
  describeResult(tool, result) {
    if (tool !== "sendgrid_send_email" && tool !== "sendgrid_send_template") return undefined;
    return { status: 202, headers: { "x-message-id": textAt(result, "message_id") ?? "" }, body: undefined };
  },
  webhooks,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(401, "authorization required", null);
    case "path":
    case "not_simulated":
      return error(404, "not found", null);
    case "method":
      return error(405, "method not allowed", null);
    case "body":
    case "query":
      return error(400, "Bad Request", null);
    case "arguments": {
      const field = problem.issues[0]?.path ?? "personalizations";
      return error(400, `${field} is missing or not valid.`, field);
    }
    case "unavailable":
      return error(503, "service unavailable", null);
    case "refusal":
      return error(problem.refusal.code === "not_found" ? 404 : 400, problem.refusal.message, null);
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("SendGrid has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function error(status: number, message: string, field: string | null): EmulatedResponse {
  return { status, body: { errors: [{ message, field, help: null }] } };
}
