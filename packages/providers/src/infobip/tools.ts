import { defineTools } from "../tools/define-tools.ts";
import { flag, list, nativeInput, object, shortText, text } from "../tools/native-input.ts";
import { WHATSAPP_LENGTH } from "../tools/whatsapp-length.ts";

const from = text("The account's default sender when left out");

/** The native tools of Infobip. */
export const infobipTools = defineTools({
  infobip_send_sms: {
    description: "Sends an SMS.",
    input: nativeInput(
      {
        messages: list(
          object(
            {
              sender: from,
              destinations: list(object({ to: text("Digits"), messageId: shortText(200) }, "to")),
              content: object({ text: text() }, "text"),
            },
            "destinations",
            "content",
          ),
        ),
      },
      "messages",
    ),
  },
  infobip_send_whatsapp: {
    description: "Sends a WhatsApp text inside a conversation.",
    input: nativeInput(
      {
        from,
        to: text("Digits"),
        messageId: shortText(200),
        content: object({ text: shortText(WHATSAPP_LENGTH), previewUrl: flag() }, "text"),
      },
      "to",
      "content",
    ),
  },
  infobip_send_email: {
    description: "Sends an e-mail.",
    input: nativeInput({ from, to: text(), subject: text(), text: text(), html: text() }, "to", "subject"),
  },
  infobip_get_delivery_report: {
    description: "Gets what became of a message.",
    input: nativeInput({ messageId: text() }, "messageId"),
  },
});
