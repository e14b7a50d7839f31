import type { NativeCalls, Translator } from "@codespar/backend/ports";
import type { JsonObject, NotifyInput } from "@codespar/contract";
import { requiredText } from "../json/native-json.ts";
import { channelNotSupported, messageText, phoneDigits } from "../mappings/messaging/message-content.ts";
import { bodyParameters } from "../mappings/messaging/template-parameters.ts";
import { orUndeliverable } from "../mappings/messaging/undeliverable.ts";

/** LIME reason 61 says that there is no such destination. `accepted` means that Blip has it, not that it left. */
export const takeBlipTranslator: Translator = {
  server: "take-blip",
  async notify(input, native) {
    const { channel, to } = input;
    if (channel !== "whatsapp") throw channelNotSupported("Take Blip", input);
    const response = await orUndeliverable(
      send(input, native),
      to,
      ({ providerCode }) => providerCode === "61",
    );
    return { message_id: requiredText(response, "id"), status: "queued", channel, to };
  },
};

function send(input: NotifyInput, native: NativeCalls): Promise<JsonObject> {
  const to = `${phoneDigits(input.to)}@wa.gw.msging.net`;
  const { template, variables } = input;
  if (template === undefined) {
    const content = messageText(input, "Take Blip");
    return native.effect("take_blip_send_message", { to, type: "text/plain", content });
  }
  return native.effect("take_blip_send_notification", {
    to,
    type: "application/json",
    content: {
      type: "template",
      template: { name: template, language: { code: "pt_BR" }, components: bodyParameters(variables) },
    },
  });
}
