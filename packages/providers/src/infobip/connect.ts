import type { JsonObject } from "@codespar/contract";
import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { objectsAt } from "../json/native-json.ts";
import { readInfobipError } from "./errors.ts";
import { infobipTools } from "./tools.ts";
import { infobipWire } from "./wire.ts";

const spec = { source: "infobip/infobip-api-go-client v3", confidence: "spec" } as const;

/** Logs are handed out repeatedly for two days, reports once. */
const findSms: LookUp = async ({ reference, read }) => {
  const found = objectsAt(await read("infobip_list_sms_logs", { messageId: reference }), "results")[0];
  if (found === undefined) return undefined;
  const { destination = null, status = null } = found;
  return { bulkId: found.bulkId ?? null, messages: [{ messageId: reference, destination, status }] };
};

/** Infobip. Each account has a host of its own, for tests as for real. */
export const infobipConnector: ConnectorDefinition = {
  id: "infobip",
  version: "infobip/1",
  wire: infobipWire,
  tools: infobipTools,
  hosts: {
    live: "https://{subdomain}.api.infobip.com",
    test: "https://{subdomain}.api.infobip.com",
    ...spec,
  },
  credentials: [
    {
      name: "subdomain",
      label: "First part of the base URL",
      secret: false,
      form: /^[a-z0-9-]{1,63}$/i,
      ...spec,
    },
    { name: "api_key", label: "API key", ...spec },
    { name: "sms_sender", label: "Sender of SMS", required: false, secret: false, ...spec },
    { name: "whatsapp_sender", label: "Sender of WhatsApp", required: false, secret: false, ...spec },
    { name: "webhook_token", label: "Authorization header of the webhook", required: false, ...spec },
  ],
  authorize: ({ api_key = "" }) => ({ authorization: `App ${api_key}` }),
  complete(tool, args, { sms_sender, whatsapp_sender }): JsonObject {
    if (tool === "infobip_send_whatsapp" && args.from === undefined && whatsapp_sender !== undefined)
      return { ...args, from: whatsapp_sender };
    if (tool !== "infobip_send_sms" || sms_sender === undefined) return args;
    const messages = objectsAt(args, "messages").map((message) => ({ sender: sms_sender, ...message }));
    return { ...args, messages };
  },
  // a send returns 200 to what it rejects; the translator reads that
  readError: readInfobipError,
  outcomes: [
    { status: 400, means: "refused", ...spec },
    { status: 401, means: "unauthorized", ...spec },
    { status: 403, means: "unauthorized", ...spec },
    { status: 404, means: "refused", as: "not_found", ...spec },
    { status: 429, means: "not_processed", as: "rate_limited", ...spec },
  ],
  effects: {
    infobip_send_sms: {
      reference: { path: "messages.0.destinations.0.messageId" },
      find: { find: "look up", lookUp: findSms, ...spec },
    },
    // only SMS has logs that are searched by our id
    infobip_send_whatsapp: { reference: { path: "messageId" }, find: { find: "none", ...spec } },
  },
  lookUps: { infobip_list_sms_logs: { get: "/sms/3/logs" } },
};
