import type { JsonObject } from "@codespar/contract";
import type { ConnectorDefinition } from "../connect/connector-definition.ts";
import { readZenviaError } from "./errors.ts";
import { zenviaTools } from "./tools.ts";
import { zenviaWire } from "./wire.ts";

const spec = { source: "zenvia/zenvia-openapi-spec", confidence: "spec" } as const;

/** Our id comes back in every status, and no call searches for it. */
const message = { reference: { path: "externalId" }, find: { find: "none", ...spec } } as const;

/** Zenvia. Its sandbox is a sender of the same API. */
export const zenviaConnector: ConnectorDefinition = {
  id: "zenvia",
  version: "zenvia/1",
  wire: zenviaWire,
  tools: zenviaTools,
  hosts: { live: "https://api.zenvia.com", test: "https://api.zenvia.com", ...spec },
  credentials: [
    { name: "api_token", label: "API token", ...spec },
    { name: "sms_sender", label: "Remetente de SMS", required: false, secret: false, ...spec },
    { name: "whatsapp_sender", label: "Remetente de WhatsApp", required: false, secret: false, ...spec },
    { name: "email_sender", label: "Remetente de e-mail", required: false, secret: false, ...spec },
  ],
  authorize: ({ api_token = "" }) => ({ "x-api-token": api_token }),
  complete(tool, args, credentials): JsonObject {
    const channel = tool === "zenvia_send_template" ? args.channel : tool.replace("zenvia_send_", "");
    const sender = credentials[`${String(channel)}_sender`];
    return args.from === undefined && sender !== undefined ? { ...args, from: sender } : args;
  },
  readError: readZenviaError,
  outcomes: [
    { status: 400, means: "refused", ...spec },
    { status: 401, means: "unauthorized", ...spec },
    { status: 403, means: "unauthorized", ...spec },
    { status: 404, means: "refused", as: "not_found", ...spec },
    { status: 429, means: "not_processed", as: "rate_limited", ...spec },
  ],
  effects: {
    zenvia_send_sms: message,
    zenvia_send_whatsapp: message,
    zenvia_send_email: message,
    zenvia_send_template: message,
  },
};
