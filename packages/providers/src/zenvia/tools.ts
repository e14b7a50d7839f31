import { defineTools } from "../tools/define-tools.ts";
import { list, nativeInput, object, oneOf, text } from "../tools/native-input.ts";

const from = text("The account's default sender when left out");

const externalId = text("An id of the caller's own, that comes back in every status");

const contents = (...fields: string[]) =>
  list(object({ type: text(), ...Object.fromEntries(fields.map((field) => [field, text()])) }, "type"));

/** The native tools of Zenvia. */
export const zenviaTools = defineTools({
  zenvia_send_sms: {
    description: "Sends an SMS.",
    input: nativeInput(
      { from, to: text("Digits"), externalId, contents: contents("text") },
      "to",
      "contents",
    ),
  },
  zenvia_send_whatsapp: {
    description: "Sends a WhatsApp message inside a conversation.",
    input: nativeInput(
      { from, to: text("Digits"), externalId, contents: contents("text", "fileUrl") },
      "to",
      "contents",
    ),
  },
  zenvia_send_email: {
    description: "Sends an e-mail.",
    input: nativeInput(
      { from, to: text("E-mail"), externalId, contents: contents("subject", "text", "html") },
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
        contents: list(
          object({ type: text("template"), templateId: text(), fields: object({}) }, "templateId"),
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
