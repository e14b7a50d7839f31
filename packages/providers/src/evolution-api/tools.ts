import { defineTools } from "../tools/define-tools.ts";
import {
  flag,
  integer,
  list,
  listOf,
  nativeInput,
  object,
  oneOf,
  shortText,
  text,
  within,
} from "../tools/native-input.ts";
import { WHATSAPP_LENGTH } from "../tools/whatsapp-length.ts";

const number = text("Digits with country code: 5511999999999");

const delay = integer("Milliseconds");

/** The native tools of Evolution API. The instance is the connection's. */
export const evolutionApiTools = defineTools({
  evolution_api_send_text: {
    description: "Sends a text to a WhatsApp number.",
    input: nativeInput(
      { number, text: shortText(WHATSAPP_LENGTH), delay, linkPreview: flag() },
      "number",
      "text",
    ),
  },
  evolution_api_send_media: {
    description: "Sends a picture, video or document by its address or as base64.",
    input: nativeInput(
      {
        number,
        mediatype: oneOf("image", "video", "document", "audio"),
        media: text("Address or base64"),
        mimetype: text("Such as image/png"),
        caption: text(),
        fileName: text(),
        delay,
      },
      "number",
      "mediatype",
      "media",
    ),
  },
  evolution_api_send_poll: {
    description: "Sends a poll to vote in.",
    input: nativeInput(
      {
        number,
        name: text("The question"),
        selectableCount: within(0, 10, "Choices of one person; 0: any number"),
        values: listOf(text(), [2, 10], "Each once"),
      },
      "number",
      "name",
      "selectableCount",
      "values",
    ),
  },
  evolution_api_check_number: {
    description: "Checks which numbers have WhatsApp.",
    input: nativeInput({ numbers: list(number) }, "numbers"),
  },
  evolution_api_create_instance: {
    description: "Creates an instance that is then connected to a phone by QR code.",
    input: nativeInput(
      {
        instanceName: text(),
        integration: oneOf("WHATSAPP-BAILEYS", "WHATSAPP-BUSINESS"),
        token: text("Of the instance. Default: one is drawn"),
        number,
        qrcode: flag(),
      },
      "instanceName",
      "integration",
    ),
  },
  evolution_api_get_instances: {
    description: "Lists the instances with their connection.",
    input: nativeInput({ instanceName: text(), instanceId: text() }),
  },
  evolution_api_get_messages: {
    description: "Lists messages with their status.",
    input: nativeInput({
      where: object({
        key: object({ id: text(), remoteJid: text("Such as 5511999999999@s.whatsapp.net"), fromMe: flag() }),
      }),
      page: integer("From 1"),
      offset: integer("Messages of a page. Default: 50"),
    }),
  },
});
