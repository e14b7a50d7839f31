import type { JsonSchema } from "@codespar/contract";
import { defineTools } from "../tools/define-tools.ts";
import { listOf, nativeInput, object, oneOf, shortText, text } from "../tools/native-input.ts";
import { WHATSAPP_LENGTH } from "../tools/whatsapp-length.ts";

const from = shortText(64, "The account's default sender when left out");

const externalId = text("An id of the caller's own, that comes back in every status");

const contents = (fields: Record<string, JsonSchema>) =>
  listOf(object({ type: text(), ...fields }, "type"), [1]);
const recipient = shortText(64, "Digits");

/** The native tools of Zenvia. */
export const zenviaTools = defineTools({
  zenvia_send_sms: {
    description: "Sends an SMS.",
    input: nativeInput(
      { from, to: recipient, externalId, contents: contents({ text: text() }) },
      "to",
      "contents",
    ),
  },
  zenvia_send_whatsapp: {
    description: "Sends a WhatsApp message inside a conversation.",
    input: nativeInput(
      {
        from,
        to: recipient,
        externalId,
        contents: contents({ text: shortText(WHATSAPP_LENGTH), fileUrl: text() }),
      },
      "to",
      "contents",
    ),
  },
  zenvia_send_email: {
    description: "Sends an e-mail.",
    input: nativeInput(
      {
        from,
        to: text("E-mail"),
        externalId,
        contents: contents({ subject: text(), text: text(), html: text() }),
      },
      "to",
      "contents",
    ),
  },
  zenvia_send_template: {
    description: "Sends an approved template by WhatsApp or e-mail, its fields named by position.",
    input: nativeInput(
      {
        channel: oneOf("whatsapp", "email"),
        from,
        to: text(),
        externalId,
        contents: listOf(
          object({ type: text("template"), templateId: text(), fields: object({}) }, "templateId"),
          [1],
        ),
      },
      "channel",
      "to",
      "contents",
    ),
  },
  zenvia_get_message_status: {
    description: "Zenvia has no such call: what becomes of a message is told by its events alone.",
    input: nativeInput({ messageId: text("UUID") }, "messageId"),
  },
  zenvia_list_channels: {
    description: "Zenvia has no such call: its panel lists the channels.",
    input: nativeInput({}),
  },
});
