import { defineTools } from "../tools/define-tools.ts";
import { flag, integer, list, nativeInput, object, oneOf, shortText, text } from "../tools/native-input.ts";
import { WHATSAPP_LENGTH } from "../tools/whatsapp-length.ts";

const to = text("Digits with country code: 5511999999999");

/** A file at an address, or one that was uploaded before. */
const media = (...texts: readonly string[]) =>
  object({ link: text(), id: text(), ...Object.fromEntries(texts.map((name) => [name, text()])) });

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
          {
            name: text(),
            language: object({ policy: oneOf("deterministic"), code: text("pt_BR") }, "code"),
            components,
          },
          "name",
          "language",
        ),
      },
      "to",
      "template",
    ),
  },
  whatsapp_cloud_send_media: {
    description:
      "Sends a picture, document, audio, video or sticker by its link or id, in the field of its type.",
    input: nativeInput(
      {
        to,
        type: oneOf("image", "document", "audio", "video", "sticker"),
        image: media("caption"),
        document: media("caption", "filename"),
        audio: media(),
        video: media("caption"),
        sticker: media(),
      },
      "to",
      "type",
    ),
  },
  whatsapp_cloud_list_templates: {
    description: "Lists the message templates with their state and body.",
    input: nativeInput({
      name: text(),
      status: oneOf("APPROVED", "PENDING", "REJECTED", "PAUSED"),
      limit: integer(),
      after: text(),
    }),
  },
  whatsapp_cloud_create_template: {
    description: "Submits a message template for review; until it is approved it cannot be sent.",
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
    description: "Gets what has become of a message: when it was sent, delivered, read, or why it failed.",
    input: nativeInput({ message_id: text("wamid"), fields: text(), limit: integer() }, "message_id"),
  },
});
