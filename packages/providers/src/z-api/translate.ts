import type { Translator } from "@codespar/backend/ports";
import { requiredText } from "../json/native-json.ts";
import { channelNotSupported, messageText, phoneDigits } from "../mappings/messaging/message-content.ts";
import { orUndeliverable } from "../mappings/messaging/undeliverable.ts";

/** Z-API hands the text to the connected phone before it responds, so a message with an id is sent. */
export const zApiTranslator: Translator = {
  server: "z-api",
  async notify(input, native) {
    const { channel, to } = input;
    if (channel !== "whatsapp") throw channelNotSupported("Z-API", input);
    const sending = native.effect("z_api_send_text", {
      phone: phoneDigits(to),
      message: messageText(input, "Z-API"),
    });
    const response = await orUndeliverable(sending, to, ({ code, message }) => {
      return code === "phone_not_exists" || /not exist/i.test(message);
    });
    return { message_id: requiredText(response, "messageId"), status: "sent", channel, to };
  },
};
