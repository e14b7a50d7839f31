import type { Translator } from "@codespar/backend/ports";
import { requiredText, textAt } from "../json/native-json.ts";
import { channelNotSupported, messageText, requireMobile } from "../mappings/messaging/message-content.ts";
import { orUndeliverable, undeliverable } from "../mappings/messaging/undeliverable.ts";
import { requireLength } from "../mappings/text/require-length.ts";
import { BODY_LENGTH } from "./tools.ts";

/** Not a number, no mobile number, unreachable, or without WhatsApp. */
const undeliverableCodes = new Set(["21211", "21614", "30003", "63003", "63024"]);

/** Twilio queues every message; what becomes of it is reported later. */
export const twilioTranslator: Translator = {
  server: "twilio",
  async notify(input, native) {
    const { channel, to } = input;
    requireMobile(input);
    if (channel === "email") throw channelNotSupported("Twilio", input);
    const Body = requireLength(messageText(input, "Twilio"), {
      provider: "Twilio",
      field: "message",
      length: BODY_LENGTH,
    });
    const sending =
      channel === "sms"
        ? native.effect("twilio_send_sms", { To: to, Body })
        : native.effect("twilio_send_whatsapp", { To: `whatsapp:${to}`, Body });
    const response = await orUndeliverable(sending, to, ({ providerCode = "" }) =>
      undeliverableCodes.has(providerCode),
    );
    const status = textAt(response, "status");
    if (status === "failed" || status === "undelivered") {
      const code = textAt(response, "error_code") ?? status;
      throw undeliverable(to, textAt(response, "error_message") ?? status, code);
    }
    return { message_id: requiredText(response, "sid"), status: "queued", channel, to };
  },
};
