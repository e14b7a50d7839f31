import { channelNotSupported, messageText, phoneDigits } from "./messaging/message-content.ts";
import { orUndeliverable } from "./messaging/undeliverable.ts";
import { requiredText } from "./native-json.ts";
import type { Translator } from "./translator.ts";

/** Z-API hands the text to the connected phone before it answers, so a message with an id is sent. */
export const zApi: Translator = {
  server: "z-api",
  async notify(input, native) {
    const { channel, to } = input;
    if (channel !== "whatsapp") throw channelNotSupported("Z-API", input);
    const sending = native.effect("z_api_send_text", {
      phone: phoneDigits(to),
      message: messageText(input, "Z-API"),
    });
    const answer = await orUndeliverable(sending, to, ({ code, message }) => {
      return code === "phone_not_exists" || /not exist/i.test(message);
    });
    return { message_id: requiredText(answer, "messageId"), status: "sent", channel, to };
  },
};
