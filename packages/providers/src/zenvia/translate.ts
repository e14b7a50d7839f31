import type { NativeCalls, Translator } from "@codespar/backend/ports";
import type { JsonObject, NotifyInput } from "@codespar/contract";
import { requiredText } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { messageText, phoneDigits, requireMobile } from "../mappings/messaging/message-content.ts";
import { numberedVariables } from "../mappings/messaging/template-parameters.ts";
import { orUndeliverable } from "../mappings/messaging/undeliverable.ts";

/** One shape for three channels; Zenvia has taken a message when it responds with its id. */
export const zenviaTranslator: Translator = {
  server: "zenvia",
  async notify(input, native) {
    const { channel, to } = input;
    requireMobile(input);
    const response = await orUndeliverable(
      send(input, native),
      to,
      ({ code }) => code === "INVALID_RECIPIENT",
    );
    return { message_id: requiredText(response, "id"), status: "sent", channel, to };
  },
};

function send(input: NotifyInput, native: NativeCalls): Promise<JsonObject> {
  const { channel, template, variables, subject } = input;
  const to = phoneDigits(input.to);
  if (template !== undefined && channel !== "sms") {
    const content = { type: "template", templateId: template, fields: numberedVariables(variables) };
    return native.effect("zenvia_send_template", { channel, to, contents: [content] });
  }
  const text = messageText(input, "Zenvia SMS");
  switch (channel) {
    case "sms":
      return native.effect("zenvia_send_sms", { to, contents: [{ type: "text", text }] });
    case "whatsapp":
      return native.effect("zenvia_send_whatsapp", { to, contents: [{ type: "text", text }] });
    case "email":
      return native.effect("zenvia_send_email", {
        to,
        contents: [{ type: "email", text, ...omitUndefined({ subject }) }],
      });
    default:
      throw new TypeError(`No channel ${channel satisfies never}.`);
  }
}
