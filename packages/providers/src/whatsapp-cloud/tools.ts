import { defineTools } from "../tools/define-tools.ts";
import { flag, list, nativeInput, object, oneOf, shortText, text } from "../tools/native-input.ts";
import { WHATSAPP_LENGTH } from "../tools/whatsapp-length.ts";

const to = text("Digits with country code: 5511999999999");

const components = list(
  object(
    {
      type: oneOf("header", "body", "button"),
      parameters: list(object({ type: text("text"), text: text() })),
    },
    "type",
  ),
);

const templateComponents = list(object({ type: oneOf("HEADER", "BODY", "FOOTER"), text: text() }, "type"));

/** The native tools of WhatsApp Cloud API. */
export const whatsappCloudTools = defineTools({
  whatsapp_cloud_send_text: {
    description: "Sends a text to a WhatsApp number.",
    input: nativeInput(
      { to, text: object({ body: shortText(WHATSAPP_LENGTH), preview_url: flag() }, "body") },
      "to",
      "text",
    ),
  },
  whatsapp_cloud_send_template: {
    description: "Sends an approved template with its variables by position; starts a conversation.",
    input: nativeInput(
      {
        to,
        template: object(
          { name: text(), language: object({ code: text("pt_BR") }, "code"), components },
          "name",
          "language",
        ),
      },
      "to",
      "template",
    ),
  },
  whatsapp_cloud_send_media: {
    description: "Sends a picture, document, audio or video by its link.",
    input: nativeInput(
      {
        to,
        type: oneOf("image", "document", "audio", "video"),
        media: object({ link: text(), caption: text(), filename: text() }, "link"),
      },
      "to",
      "type",
      "media",
    ),
  },
  whatsapp_cloud_list_templates: {
    description: "Lists the message templates with their state and body.",
    input: nativeInput({ name: text(), status: oneOf("APPROVED", "PENDING", "REJECTED") }),
  },
  whatsapp_cloud_create_template: {
    description: "Submits a message template; the sandbox approves it at once.",
    input: nativeInput(
      {
        name: text(),
        language: text("pt_BR"),
        category: oneOf("UTILITY", "MARKETING", "AUTHENTICATION"),
        components: templateComponents,
      },
      "name",
      "language",
      "category",
      "components",
    ),
  },
  whatsapp_cloud_get_message_status: {
    description: "Gets the last status that the webhook told of a message: sent, delivered, read or failed.",
    input: nativeInput({ message_id: text("wamid") }, "message_id"),
  },
});
