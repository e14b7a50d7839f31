import { defineTools } from "../tools/define-tools.ts";
import { flag, integer, list, nativeInput, oneOf, shortText, text } from "../tools/native-input.ts";
import { WHATSAPP_LENGTH } from "../tools/whatsapp-length.ts";

const number = text("Digits with country code: 5511999999999");

const instance = text("Name of the connected instance");

/** The native tools of Evolution API. */
export const evolutionApiTools = defineTools({
  evolution_api_send_text: {
    description: "Sends a text to a WhatsApp number.",
    input: nativeInput(
      {
        instance,
        number,
        text: shortText(WHATSAPP_LENGTH),
        delay: integer("Milliseconds"),
        linkPreview: flag(),
      },
      "number",
      "text",
    ),
  },
  evolution_api_send_media: {
    description: "Sends a picture, video or document by its address or as base64.",
    input: nativeInput(
      {
        instance,
        number,
        mediatype: oneOf("image", "video", "document"),
        media: text(),
        caption: text(),
        fileName: text(),
      },
      "number",
      "mediatype",
      "media",
    ),
  },
  evolution_api_send_poll: {
    description: "Sends a poll to vote in.",
    input: nativeInput(
      { instance, number, name: text("The question"), selectableCount: integer(), values: list(text()) },
      "number",
      "name",
      "values",
    ),
  },
  evolution_api_check_number: {
    description: "Checks which numbers have WhatsApp.",
    input: nativeInput({ instance, numbers: list(number) }, "numbers"),
  },
  evolution_api_create_instance: {
    description: "Creates an instance that is then connected to a phone by QR code.",
    input: nativeInput({ instanceName: text(), number, qrcode: flag() }, "instanceName"),
  },
  evolution_api_get_instances: {
    description: "Lists the instances with their connection.",
    input: nativeInput({ instanceName: text() }),
  },
  evolution_api_get_messages: {
    description: "Lists the messages to a number with their status.",
    input: nativeInput({ instance, number, page: integer(), offset: integer() }),
  },
});
