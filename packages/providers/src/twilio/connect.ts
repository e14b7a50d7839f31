import type { JsonObject } from "@codespar/contract";
import { encodeBase64 } from "@codespar/formats";
import type { ConnectorDefinition } from "../connect/connector-definition.ts";
import { readTwilioError } from "./errors.ts";
import { twilioTools } from "./tools.ts";
import { twilioWire } from "./wire.ts";

const spec = { source: "twilio/twilio-oai", confidence: "spec" } as const;
/** Remembered from Twilio's page of error codes, which was not at hand. */
const remembered = { source: "twilio.com/docs/api/errors", confidence: "unverified" } as const;

/** No field of a message is ours and can be searched, and there is no idempotency key. */
const lost = { find: { find: "none", ...spec } } as const;

/** Twilio. Test credentials are an account's own second pair, on the same hosts. */
export const twilioConnector: ConnectorDefinition = {
  id: "twilio",
  version: "twilio/1",
  wire: twilioWire,
  tools: twilioTools,
  hosts: { live: "https://api.twilio.com", test: "https://api.twilio.com", ...spec },
  otherHosts: {
    verify: { live: "https://verify.twilio.com", test: "https://verify.twilio.com" },
    lookups: { live: "https://lookups.twilio.com", test: "https://lookups.twilio.com" },
  },
  credentials: [
    { name: "account_sid", label: "Account SID", secret: false, ...spec },
    { name: "auth_token", label: "Auth token", ...spec },
    { name: "sms_sender", label: "Sender of SMS (E.164)", required: false, secret: false, ...spec },
    {
      name: "whatsapp_sender",
      label: "Sender of WhatsApp (whatsapp: and E.164)",
      required: false,
      secret: false,
      ...spec,
    },
    { name: "verify_service_sid", label: "Verify service SID", required: false, secret: false, ...spec },
  ],
  authorize: ({ account_sid = "", auth_token = "" }) => ({
    authorization: `Basic ${encodeBase64(new TextEncoder().encode(`${account_sid}:${auth_token}`))}`,
  }),
  complete(tool, args, { sms_sender, whatsapp_sender }): JsonObject {
    if (args.From !== undefined || args.MessagingServiceSid !== undefined) return args;
    const sender =
      tool === "twilio_send_sms" ? sms_sender : tool === "twilio_send_whatsapp" ? whatsapp_sender : undefined;
    return sender === undefined ? args : { ...args, From: sender };
  },
  readError: readTwilioError,
  outcomes: [
    { status: 401, means: "unauthorized", ...spec },
    { status: 403, means: "unauthorized", ...remembered },
    { status: 429, code: "60203", means: "refused", as: "too_many_attempts", ...spec },
    { status: 429, means: "not_processed", as: "rate_limited", ...spec },
    { status: 400, code: "21211", means: "refused", as: "invalid_to", ...spec },
    { status: 400, code: /^(?:21614|63003|63024)$/, means: "refused", as: "invalid_to", ...remembered },
    { status: 400, code: /^(?:21408|21610|63016)$/, means: "refused", ...spec },
    { status: 400, code: /^(?:2\d{4}|6[03]\d{3})$/, means: "refused", ...remembered },
    { status: 404, means: "refused", as: "not_found", ...spec },
  ],
  effects: {
    twilio_send_sms: lost,
    twilio_send_whatsapp: lost,
    twilio_create_verification: lost,
    twilio_check_verification: lost,
  },
};
