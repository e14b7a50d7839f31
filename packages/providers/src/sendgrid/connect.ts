import type { JsonObject } from "@codespar/contract";
import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { objectsAt, textAt } from "../json/native-json.ts";
import { readSendgridError } from "./errors.ts";
import { sendgridTools } from "./tools.ts";
import { sendgridWire } from "./wire.ts";

const spec = { source: "twilio/sendgrid-oai", confidence: "spec" } as const;

/** Email Activity, which is sold apart: an account without it is refused, and the outcome stays unknown. */
const findMail: LookUp = async ({ reference, read }) => {
  const query = `(unique_args['codespar_operation']="${reference}")`;
  const found = await read("sendgrid_search_messages", { query, limit: 1 });
  const id = textAt(objectsAt(found, "messages")[0], "msg_id");
  // a message's id is the request's, a dot, and the server that took it
  return id === undefined ? undefined : { message_id: id.split(".", 1)[0] ?? id };
};

const mail = {
  reference: { path: "custom_args.codespar_operation" },
  find: { find: "look up", lookUp: findMail, ...spec },
} as const;

/** SendGrid. It has one host; a test key is a key of a test account. */
export const sendgridConnector: ConnectorDefinition = {
  id: "sendgrid",
  version: "sendgrid/1",
  wire: sendgridWire,
  tools: sendgridTools,
  hosts: { live: "https://api.sendgrid.com", test: "https://api.sendgrid.com", ...spec },
  credentials: [
    { name: "api_key", label: "API key (SG.…)", ...spec },
    { name: "sender_email", label: "Verified sender", secret: false, ...spec },
    {
      name: "webhook_public_key",
      label: "Verification key of the event webhook",
      required: false,
      secret: false,
      source: "npm @sendgrid/eventwebhook 8.0.0",
      confidence: "spec",
    },
  ],
  authorize: ({ api_key = "" }) => ({ authorization: `Bearer ${api_key}` }),
  complete(tool, args, { sender_email = "" }): JsonObject {
    const isMail = tool === "sendgrid_send_email" || tool === "sendgrid_send_template";
    return isMail && args.from === undefined ? { ...args, from: { email: sender_email } } : args;
  },
  readResult(_tool, { headers, body }) {
    const message_id = headers["x-message-id"];
    if (message_id !== undefined) return { message_id };
    return typeof body === "object" && body !== null && !Array.isArray(body) ? body : undefined;
  },
  readError: readSendgridError,
  outcomes: [
    { status: 400, means: "refused", ...spec },
    { status: 401, means: "unauthorized", ...spec },
    { status: 403, means: "unauthorized", ...spec },
    { status: 404, means: "refused", as: "not_found", ...spec },
    { status: 413, means: "refused", ...spec },
    { status: 429, means: "not_processed", as: "rate_limited", ...spec },
  ],
  effects: {
    sendgrid_send_email: mail,
    sendgrid_send_template: mail,
    // the same addresses twice are on the list once
    sendgrid_add_suppression: { find: { find: "none", ...spec } },
  },
  lookUps: { sendgrid_search_messages: { get: "/v3/messages" } },
};
