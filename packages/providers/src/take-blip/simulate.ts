import type { JsonObject } from "@codespar/contract";
import { generateUuid } from "@codespar/formats";
import { normalisePhone, phoneDigits } from "../engines/messaging/phone-number.ts";
import { messageDue, sendMessage } from "../engines/messaging/send-message.ts";
import { fillTemplate } from "../engines/messaging/templates.ts";
import { objectsAt, textAt } from "../json/read-arguments.ts";
import { integer, list, nativeInput, object, text } from "../simulation/native-input.ts";
import { type CallContext, defineServer, Refusal } from "../simulation/provider-definition.ts";

const to = text("Number and WhatsApp's gateway: 5511999999999@wa.gw.msging.net");
const contact = { identity: to, name: text(), phoneNumber: text(), email: text(), taxDocument: text() };

/** Take Blip speaks LIME: nodes such as `5511…@wa.gw.msging.net`, UUID ids, reasons by number. */
export const takeBlip = defineServer({
  id: "take-blip",
  due: messageDue,
  tools: {
    take_blip_send_message: {
      description: "Sends a message to a WhatsApp contact inside a conversation.",
      input: nativeInput({ to, type: text("text/plain"), content: text() }, "to", "type", "content"),
      handle: (args, context) => send(args, textAt(args, "content") ?? "", context),
    },
    take_blip_send_notification: {
      description: "Sends an approved template (active notification) to a WhatsApp number.",
      input: nativeInput(
        {
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
      handle(args, context) {
        const name = textAt(args, "content.template.name") ?? "";
        const body = objectsAt(args, "content.template.components").find(
          (each) => textAt(each, "type") === "body",
        );
        const filled = fillTemplate(
          context,
          name,
          objectsAt(body, "parameters").map((each) => textAt(each, "text") ?? ""),
        );
        if (typeof filled === "string")
          return new Refusal("invalid_template", `Template refused: ${filled}`, "132");
        return send(args, filled.text, context, name);
      },
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
  },
});

function send(args: JsonObject, body: string, context: CallContext, template?: string): JsonObject | Refusal {
  const phone = normalisePhone(textAt(args, "to"));
  const id = generateUuid(context.random);
  const message =
    phone === undefined
      ? "undeliverable"
      : sendMessage(context, { id, channel: "whatsapp", to: phone, text: body, template });
  if (message === "undeliverable")
    return new Refusal("destination_not_found", "The destination was not found", "61");
  return { id, to: `${phoneDigits(message.to)}@wa.gw.msging.net`, event: "accepted" };
}
