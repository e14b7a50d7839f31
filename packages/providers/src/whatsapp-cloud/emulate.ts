import { unixSeconds } from "@codespar/formats";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { readMessageChange } from "../emulation/message-change.ts";
import type { Message } from "../engines/messaging/message.ts";
import { phoneDigits } from "../engines/messaging/phone-number.ts";
import { hmacSha256Hex } from "../webhooks/hmac.ts";
import { whatsappCloudTools } from "./tools.ts";
import { whatsappCloudWire } from "./wire.ts";

const MINUTE = 60_000;

/** Meta's status webhooks, signed with the app's secret. How often it tries again is unverified. */
const webhooks: WebhookEmulation = {
  getEvents(change) {
    const message = readMessageChange(change);
    if (message === undefined) return [];
    const { id, status } = message;
    return [{ id: `${id} ${status}`, type: "messages", body: statusBody(message) }];
  },
  async sign({ url, secret }, event) {
    const body = JSON.stringify(event.body);
    const signature = await hmacSha256Hex(secret, body);
    const headers = { "content-type": "application/json", "x-hub-signature-256": `sha256=${signature}` };
    return { url, headers, body };
  },
  retryDelaysMs: [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE],
};

/** WhatsApp Cloud API's own HTTP over its simulation. */
export const whatsappCloudEmulation: EmulationDefinition = {
  id: "whatsapp-cloud",
  wire: whatsappCloudWire,
  tools: whatsappCloudTools,
  hosts: ["graph.facebook.com"],
  readCredential: ({ authorization = "" }) => /^bearer +(\S+)$/i.exec(authorization)?.[1],
  // nothing in a token shows whether its number is a test number
  classifyCredential: (credential) => (credential.startsWith("EAA") ? "test" : "malformed"),
  makeCredential: (token) => `EAA${token}`,
  connection: (access_token, app_secret) => ({
    access_token,
    phone_number_id: "100200300400500",
    waba_id: "500400300200100",
    app_secret,
    verify_token: "verify",
  }),
  describe,
  webhooks,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(401, 190, "Invalid OAuth access token - Cannot parse access token", "OAuthException");
    case "path":
    case "method":
    case "not_simulated":
      return error(404, 2500, "Unknown path components", "OAuthException");
    case "body":
    case "query":
      return error(400, 100, "(#100) Invalid parameter", "OAuthException");
    case "arguments":
      return error(
        400,
        100,
        `(#100) The parameter ${problem.issues[0]?.path ?? "to"} is missing or not valid.`,
        "OAuthException",
      );
    case "unavailable":
      return error(503, 2, "Service temporarily unavailable", "OAuthException");
    case "refusal": {
      const { message, providerCode } = problem.refusal;
      return error(400, Number(providerCode ?? 100), message, "OAuthException");
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("WhatsApp Cloud API has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function error(status: number, code: number, message: string, type: string): EmulatedResponse {
  return { status, body: { error: { message, type, code, fbtrace_id: "AFakeTraceOfTheSandbox" } } };
}

function statusBody(message: Message) {
  const at = message.failedAt ?? message.readAt ?? message.deliveredAt ?? message.sentAt;
  return {
    object: "whatsapp_business_account",
    entry: [
      {
        id: "0",
        changes: [
          {
            field: "messages",
            value: {
              messaging_product: "whatsapp",
              metadata: { display_phone_number: "0", phone_number_id: "0" },
              statuses: [
                {
                  id: message.id,
                  status: message.status,
                  timestamp: String(unixSeconds(at)),
                  recipient_id: phoneDigits(message.to),
                  ...(message.status === "failed"
                    ? { errors: [{ code: 131026, title: "Message undeliverable" }] }
                    : {}),
                },
              ],
            },
          },
        ],
      },
    ],
  };
}
