import type { WireTable } from "../wire/wire-entry.ts";

const messages = "/v23.0/{phone_number_id}/messages";
const templates = "/v23.0/{waba_id}/message_templates";

/** WhatsApp Cloud API: JSON. Sender and business account stand in the path; one path sends every kind of message. */
export const whatsappCloudWire: WireTable = {
  provider: "whatsapp-cloud",
  encoding: "json",
  source: "facebook/openapi business-messaging-api v23.0",
  confidence: "spec",
  account: ["phone_number_id", "waba_id"],
  tools: {
    whatsapp_cloud_send_text: {
      post: messages,
      fixed: { messaging_product: "whatsapp", recipient_type: "individual", type: "text" },
    },
    whatsapp_cloud_send_template: {
      post: messages,
      fixed: { messaging_product: "whatsapp", recipient_type: "individual", type: "template" },
    },
    whatsapp_cloud_send_media: {
      post: messages,
      fixed: { messaging_product: "whatsapp", recipient_type: "individual" },
    },
    whatsapp_cloud_list_templates: { get: templates },
    whatsapp_cloud_create_template: { post: templates },
    whatsapp_cloud_get_message_status: { get: "/v23.0/{phone_number_id}/message_history" },
  },
};
