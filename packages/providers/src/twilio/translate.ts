import type { Translator } from "@codespar/backend/ports";
import { requiredText } from "../json/native-json.ts";
import { channelNotSupported, messageText, requireMobile } from "../mappings/messaging/message-content.ts";
import { orUndeliverable } from "../mappings/messaging/undeliverable.ts";

/** Not a number, no mobile number, unreachable, or without WhatsApp. */
const undeliverable = new Set(["21211", "21614", "30003", "63003", "63024"]);

/** Twilio queues every message; what becomes of it is told later. */
export const twilioTranslator: Translator = {
  server: "twilio",
  async notify(input, native) {
    const { channel, to } = input;
    requireMobile(input);
    if (channel === "email") throw channelNotSupported("Twilio", input);
    const Body = messageText(input, "Twilio");
    const sending =
      channel === "sms"
        ? native.effect("twilio_send_sms", { To: to, Body })
        : native.effect("twilio_send_whatsapp", { To: `whatsapp:${to}`, Body });
    const response = await orUndeliverable(sending, to, ({ providerCode = "" }) =>
      undeliverable.has(providerCode),
    );
    return { message_id: requiredText(response, "sid"), status: "queued", channel, to };
  },
};
