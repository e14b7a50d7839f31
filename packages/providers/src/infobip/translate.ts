import type { NativeCalls, Translator } from "@codespar/backend/ports";
import type { JsonObject, NotifyInput } from "@codespar/contract";
import { requiredText, textAt, valueAt } from "../json/native-json.ts";
import { firstLine, messageText, phoneDigits, requireMobile } from "../mappings/messaging/message-content.ts";
import { undeliverable } from "../mappings/messaging/undeliverable.ts";

/** Groups of a status in which nothing will be delivered any more. */
const GIVEN_UP: ReadonlySet<string> = new Set(["REJECTED", "UNDELIVERABLE", "EXPIRED"]);

/** Infobip says in a message's status, not by an error, that it rejected it. */
export const infobipTranslator: Translator = {
  server: "infobip",
  async notify(input, native) {
    const { channel, to } = input;
    requireMobile(input);
    const response = await send(input, native);
    const message = valueAt(response, "messages.0") ?? response;
    const group = requiredText(message, "status.groupName");
    if (GIVEN_UP.has(group)) {
      const name = textAt(message, "status.name") ?? group;
      throw undeliverable(to, textAt(message, "status.description") ?? name, name);
    }
    return { message_id: requiredText(message, "messageId"), status: "queued", channel, to };
  },
};

function send(input: NotifyInput, native: NativeCalls): Promise<JsonObject> {
  const text = messageText(input, "Infobip");
  const to = phoneDigits(input.to);
  switch (input.channel) {
    case "sms":
      return native.effect("infobip_send_sms", { messages: [{ destinations: [{ to }], content: { text } }] });
    case "whatsapp":
      return native.effect("infobip_send_whatsapp", { to, content: { text } });
    case "email":
      return native.effect("infobip_send_email", { to, text, subject: input.subject ?? firstLine(text) });
    default:
      throw new TypeError(`No channel ${input.channel satisfies never}.`);
  }
}
