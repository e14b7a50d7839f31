import type { JsonObject } from "@codespar/contract";
import { asciiText, decodeBase64 } from "@codespar/formats";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { readMessageChange } from "../emulation/message-change.ts";
import { messageJson } from "./simulate.ts";
import { twilioTools } from "./tools.ts";
import { signForm } from "./webhooks.ts";
import { twilioWire } from "./wire.ts";

/** Twilio's status callbacks to the address of the messaging service. */
const webhooks: WebhookEmulation = {
  getEvents(change, context) {
    const message = readMessageChange(change);
    if (message === undefined) return [];
    const {
      sid = null,
      status = null,
      to = null,
      from = null,
      account_sid = null,
      error_code = null,
    } = messageJson(message, context);
    const body: JsonObject = {
      MessageSid: sid,
      SmsSid: sid,
      MessageStatus: status,
      SmsStatus: status,
      To: to,
      From: from,
      AccountSid: account_sid,
      ApiVersion: "2010-04-01",
      ...(error_code === null ? {} : { ErrorCode: error_code }),
    };
    return [{ id: `${message.id} ${message.status}`, type: message.status, body }];
  },
  async sign({ url, secret }, { body }) {
    const signature = await signForm(url, body, secret);
    return {
      url,
      headers: { "content-type": "application/x-www-form-urlencoded", "x-twilio-signature": signature },
      body: Object.entries(body)
        .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
        .join("&"),
    };
  },
  // one more attempt is what a status callback gets by default; unverified
  retryDelaysMs: [15_000],
};

/** Twilio's own HTTP over its simulation. */
export const twilioEmulation: EmulationDefinition = {
  id: "twilio",
  wire: twilioWire,
  tools: twilioTools,
  hosts: ["api.twilio.com", "verify.twilio.com", "lookups.twilio.com"],
  readCredential({ authorization = "" }) {
    const [, encoded] = /^basic +(\S+)$/i.exec(authorization) ?? [];
    const bytes = encoded === undefined ? undefined : decodeBase64(encoded);
    return bytes === undefined ? undefined : asciiText(bytes);
  },
  // test credentials look like live ones
  classifyCredential: (credential) => (/^(?:AC|SK)\w{8,}:\S+$/.test(credential) ? "test" : "malformed"),
  makeCredential: (token) => `AC${token.slice(0, 32).padEnd(32, "0")}:${token.slice(0, 32)}`,
  // the token that authorises is the one that signs
  connection(credential) {
    const [account_sid = "", auth_token = ""] = credential.split(":");
    return {
      account_sid,
      auth_token,
      sms_sender: "+15005550006",
      whatsapp_sender: "whatsapp:+15005550006",
      verify_service_sid: "VA00000000000000000000000000000000",
    };
  },
  describe,
  webhooks,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(401, 20003, "Authenticate");
    case "path":
    case "not_simulated":
      return error(404, 20404, "The requested resource was not found");
    case "method":
      return error(405, 20004, "Method not allowed");
    case "body":
    case "query":
      return error(400, 20001, "Bad request");
    case "arguments": {
      const field = problem.issues[0]?.path ?? "To";
      if (field === "To") return error(400, 21604, "A 'To' phone number is required.");
      return error(400, field === "Body" ? 21602 : 20001, `${field} is missing or not valid.`);
    }
    case "unavailable":
      return error(503, 20503, "Service unavailable");
    case "refusal": {
      const { code, message, providerCode } = problem.refusal;
      const status = code === "not_found" ? 404 : code === "too_many_attempts" ? 429 : 400;
      return error(status, Number(providerCode ?? 20001), message);
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Twilio has no idempotency key for messages.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function error(status: number, code: number, message: string): EmulatedResponse {
  const more_info = `https://www.twilio.com/docs/errors/${code}`;
  return { status, body: { code, message, more_info, status } };
}
