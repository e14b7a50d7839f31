import type { Translator } from "@codespar/backend/ports";
import { requiredText } from "../json/native-json.ts";
import { channelNotSupported, messageText, phoneDigits } from "../mappings/messaging/message-content.ts";
import { orUndeliverable } from "../mappings/messaging/undeliverable.ts";

/** A message is PENDING until the phone's server acknowledges it; a number without WhatsApp is `exists: false`. */
export const evolutionApiTranslator: Translator = {
  server: "evolution-api",
  async notify(input, native) {
    const { channel, to } = input;
    if (channel !== "whatsapp") throw channelNotSupported("Evolution API", input);
    const sending = native.effect("evolution_api_send_text", {
      number: phoneDigits(to),
      text: messageText(input, "Evolution API"),
    });
    const response = await orUndeliverable(sending, to, ({ message }) => /"exists":\s*false/.test(message));
    return { message_id: requiredText(response, "key.id"), status: "queued", channel, to };
  },
};
