import { defineTools } from "../tools/define-tools.ts";
import { integer, list, nativeInput, object, shortText, text } from "../tools/native-input.ts";
import { WHATSAPP_LENGTH } from "../tools/whatsapp-length.ts";

const to = text("Number and WhatsApp's gateway: 5511999999999@wa.gw.msging.net");

const id = text("The message's id, given by the sender");

const contact = { identity: to, name: text(), phoneNumber: text(), email: text(), taxDocument: text() };

/** The native tools of Take Blip. */
export const takeBlipTools = defineTools({
  take_blip_send_message: {
    description: "Sends a message to a WhatsApp contact inside a conversation.",
    input: nativeInput(
      { id, to, type: text("text/plain"), content: shortText(WHATSAPP_LENGTH) },
      "to",
      "type",
      "content",
    ),
  },
  take_blip_send_notification: {
    description: "Sends an approved template (active notification) to a WhatsApp number.",
    input: nativeInput(
      {
        id,
        to,
        type: text("application/json"),
        content: object(
          {
            type: text("template"),
            template: object(
              {
                name: text(),
                language: object({ code: text() }),
                components: list(object({ type: text(), parameters: list(object({})) })),
              },
              "name",
            ),
          },
          "template",
        ),
      },
      "to",
      "content",
    ),
  },
  take_blip_create_contact: {
    description: "Creates or changes a contact.",
    input: nativeInput(contact, "identity"),
  },
  take_blip_get_contacts: {
    description: "Lists the bot's contacts.",
    input: nativeInput({ skip: integer(), take: integer() }),
  },
  take_blip_get_threads: {
    description: "Lists conversations with their last message.",
    input: nativeInput({ skip: integer(), take: integer() }),
  },
});
