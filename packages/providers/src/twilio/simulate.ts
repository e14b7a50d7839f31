import type { JsonObject, NotifyChannel } from "@codespar/contract";
import { randomHex } from "@codespar/formats";
import { undeliverablePhones } from "../engines/messaging/magic-recipients.ts";
import { type Message, messageKind } from "../engines/messaging/message.ts";
import { normalisePhone } from "../engines/messaging/phone-number.ts";
import { findMessage, messageDue, sendMessage } from "../engines/messaging/send-message.ts";
import { numberAt, textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { twilioTools } from "./tools.ts";

/** Twilio Programmable Messaging: `SM` ids, E.164 numbers, `whatsapp:` before those of WhatsApp, RFC 2822 dates. */
export const twilioSimulation = defineSimulation({
  id: "twilio",
  tools: twilioTools,
  handlers: {
    twilio_send_sms: (args, context) => send("sms", args, context),
    twilio_send_whatsapp: (args, context) => send("whatsapp", args, context),
    twilio_get_message(args, context) {
      const message = findMessage(context, textAt(args, "Sid"));
      return message === undefined
        ? new Refusal("not_found", "The requested resource was not found", "20404")
        : messageJson(message);
    },
    twilio_list_messages(args, context) {
      const to = normalisePhone(textAt(args, "To"));
      const found = context
        .list<Message>(messageKind)
        .filter((message) => to === undefined || message.to === to);
      return {
        messages: found
          .reverse()
          .slice(0, numberAt(args, "PageSize") ?? 50)
          .map((message) => messageJson(message)),
      };
    },
    twilio_lookup_number(args) {
      const phone = normalisePhone(textAt(args, "PhoneNumber"));
      return { phone_number: phone ?? null, valid: phone !== undefined && !undeliverablePhones.has(phone) };
    },
  },
  due: messageDue,
});

function send(channel: NotifyChannel, args: JsonObject, context: CallContext): JsonObject | Refusal {
  const to = normalisePhone(textAt(args, "To"));
  if (to === undefined)
    return new Refusal("invalid_to", "The 'To' number is not a valid phone number.", "21211");
  const message = sendMessage(context, {
    id: `SM${randomHex(context.random, 32)}`,
    channel,
    to,
    text: textAt(args, "Body") ?? "",
  });
  if (message !== "undeliverable") return { ...messageJson(message), status: "queued" };
  return channel === "sms"
    ? new Refusal("invalid_to", "The 'To' number is not a valid mobile number.", "21614")
    : new Refusal("invalid_recipient", "Invalid message recipient", "63024");
}

function messageJson(message: Message): JsonObject {
  const prefix = message.channel === "whatsapp" ? "whatsapp:" : "";
  return {
    sid: message.id,
    status: message.status === "failed" ? "undelivered" : message.status,
    to: prefix + message.to,
    body: message.text,
    direction: "outbound-api",
    date_created: new Date(message.sentAt).toUTCString().replace("GMT", "+0000"),
    error_code: message.status === "failed" ? 30003 : null,
    num_segments: String(Math.max(1, Math.ceil(message.text.length / 153))),
  };
}
