import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { objectsAt, textAt } from "../json/native-json.ts";
import { readGraphError } from "./errors.ts";
import { whatsappCloudTools } from "./tools.ts";
import { whatsappCloudWire } from "./wire.ts";

const spec = { source: "facebook/openapi business-messaging-api v23.0", confidence: "spec" } as const;
/** Remembered from Meta's page of error codes, which was not at hand. */
const codes = { source: "WhatsApp Cloud API error codes", confidence: "unverified" } as const;

/** A template is one by its name and language. */
const findTemplate: LookUp = async ({ arguments: args, read }) => {
  const name = textAt(args, "name") ?? "";
  const found = await read("whatsapp_cloud_list_templates", { name });
  const template = objectsAt(found, "data").find(
    (each) => textAt(each, "name") === name && textAt(each, "language") === textAt(args, "language"),
  );
  return template === undefined
    ? undefined
    : { id: template.id ?? null, status: template.status ?? null, category: template.category ?? null };
};

/** A message carries nothing that it could be searched by before its id is known. */
const lost = { find: { find: "none", ...spec } } as const;

/** WhatsApp Cloud API. Meta has one host: a test number belongs to the same API. */
export const whatsappCloudConnector: ConnectorDefinition = {
  id: "whatsapp-cloud",
  version: "whatsapp-cloud/1",
  wire: whatsappCloudWire,
  tools: whatsappCloudTools,
  hosts: { live: "https://graph.facebook.com", test: "https://graph.facebook.com", ...spec },
  credentials: [
    { name: "access_token", label: "System user access token", ...spec },
    { name: "phone_number_id", label: "Phone number ID", secret: false, ...spec },
    { name: "waba_id", label: "WhatsApp Business Account ID", secret: false, ...spec },
    {
      name: "app_secret",
      label: "App secret",
      required: false,
      source: "hookdeck guide",
      confidence: "community",
    },
    {
      name: "verify_token",
      label: "Verify token of the webhook",
      required: false,
      source: "hookdeck guide",
      confidence: "community",
    },
  ],
  authorize: ({ access_token = "" }) => ({ authorization: `Bearer ${access_token}` }),
  readError: readGraphError,
  outcomes: [
    { status: 401, means: "unauthorized", ...spec },
    { status: 400, code: "190", means: "unauthorized", ...codes },
    { status: 403, means: "unauthorized", ...spec },
    { status: 429, means: "not_processed", as: "rate_limited", ...spec },
    { status: 400, code: /^(?:130429|131048|131056)$/, means: "not_processed", as: "rate_limited", ...codes },
    { status: 400, code: /^(?:131026|131009)$/, means: "refused", as: "undeliverable", ...codes },
    { status: 400, code: "131047", means: "refused", as: "outside_service_window", ...codes },
    { status: 400, code: "132001", means: "refused", as: "template_not_found", ...codes },
    { status: 400, code: /^(?:100|131\d{3}|132\d{3})$/, means: "refused", ...codes },
    { status: 404, means: "refused", as: "not_found", ...spec },
    { status: 422, means: "refused", ...spec },
  ],
  effects: {
    whatsapp_cloud_send_text: lost,
    whatsapp_cloud_send_template: lost,
    whatsapp_cloud_send_media: lost,
    whatsapp_cloud_create_template: { find: { find: "look up", lookUp: findTemplate, ...spec } },
  },
};
