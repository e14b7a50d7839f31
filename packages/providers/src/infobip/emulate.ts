import type { JsonObject } from "@codespar/contract";
import { randomHex } from "@codespar/formats";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { readMessageChange } from "../emulation/message-change.ts";
import { findMessage } from "../engines/messaging/send-message.ts";
import { textAt } from "../json/read-arguments.ts";
import { list, nativeInput, object, text } from "../tools/native-input.ts";
import { sendOlderSms, toReport } from "./simulate.ts";
import { infobipTools } from "./tools.ts";
import { infobipWire } from "./wire.ts";

const MINUTE = 60_000;

const webhooks: WebhookEmulation = {
  getEvents(change, { random }) {
    const message = readMessageChange(change);
    if (message === undefined || message.status === "queued" || message.status === "sent") return [];
    const body: JsonObject = { results: [toReport(message)] };
    return [{ id: randomHex(random, 16), type: "delivery", body }];
  },
  // the profile of the endpoint may have a header of its own
  sign: async ({ url, secret }, { body }) => ({
    url,
    headers: { "content-type": "application/json", ...(secret === "" ? {} : { authorization: secret }) },
    body: JSON.stringify(body),
  }),
  // how often is unverified
  retryDelaysMs: [MINUTE, 2 * MINUTE, 4 * MINUTE, 8 * MINUTE],
};

/** Infobip's own HTTP over its simulation. */
export const infobipEmulation: EmulationDefinition = {
  id: "infobip",
  wire: infobipWire,
  tools: infobipTools,
  hosts: ["api.infobip.com"],
  calls: {
    // what the official client calls (@infobip-api/sdk 0.3.2)
    send_older_sms: {
      post: "/sms/2/text/advanced",
      input: nativeInput(
        {
          messages: list(
            object(
              {
                from: text(),
                destinations: list(object({ to: text(), messageId: text() }, "to")),
                text: text(),
              },
              "destinations",
            ),
          ),
        },
        "messages",
      ),
      handle: sendOlderSms,
    },
    get_older_report: {
      get: "/sms/1/reports",
      input: nativeInput({ messageId: text(), bulkId: text(), limit: text() }),
      handle(args, context) {
        const message = findMessage(context, textAt(args, "messageId"));
        return { results: message === undefined ? [] : [toReport(message)] };
      },
    },
    list_sms_logs: {
      get: "/sms/3/logs",
      input: nativeInput({ messageId: text() }),
      handle(args, context) {
        const message = findMessage(context, textAt(args, "messageId"));
        return { results: message?.channel === "sms" ? [toReport(message)] : [] };
      },
    },
  },
  readCredential: ({ authorization = "" }) => /^App +(\S+)$/i.exec(authorization)?.[1],
  // a key shows nothing of what it is for
  classifyCredential: (credential) => (/^[\w-]{16,}$/.test(credential) ? "test" : "malformed"),
  makeCredential: (token) => token.padEnd(32, "0"),
  connection: (api_key, webhook_token) => ({
    subdomain: "emulated",
    api_key,
    sms_sender: "Loja",
    whatsapp_sender: "551130001000",
    webhook_token,
  }),
  describe,
  webhooks,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(401, "UNAUTHORIZED", "Invalid login details");
    case "path":
    case "method":
    case "not_simulated":
      return error(404, "NOT_FOUND", "Requested URL not found");
    case "body":
    case "query":
      return error(400, "BAD_REQUEST", "Bad request");
    case "arguments":
      return error(400, "BAD_REQUEST", `${problem.issues[0]?.path ?? "to"} is missing or not valid`);
    case "unavailable":
      return error(503, "SERVICE_UNAVAILABLE", "Service unavailable");
    case "refusal":
      return error(
        problem.refusal.code === "NOT_FOUND" ? 404 : 400,
        problem.refusal.code,
        problem.refusal.message,
      );
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Infobip has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function error(status: number, messageId: string, message: string): EmulatedResponse {
  return { status, body: { requestError: { serviceException: { messageId, text: message } } } };
}
