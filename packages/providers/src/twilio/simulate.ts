import type { JsonObject, NotifyChannel } from "@codespar/contract";
import { randomHex } from "@codespar/formats";
import { undeliverablePhones } from "../engines/messaging/magic-recipients.ts";
import { type Message, messageKind } from "../engines/messaging/message.ts";
import { normalisePhone } from "../engines/messaging/phone-number.ts";
import { findMessage, messageDue, sendMessage } from "../engines/messaging/send-message.ts";
import { numberAt, textAt } from "../json/read-arguments.ts";
import { integer, list, nativeInput, oneOf, text } from "../simulation/native-input.ts";
import { type CallContext, defineServer, Refusal } from "../simulation/provider-definition.ts";

const From = text("The account's default sender when left out");
const MediaUrl = list(text("Address of a picture or file"));

/** Twilio Programmable Messaging: `SM` ids, E.164 numbers, `whatsapp:` before those of WhatsApp, RFC 2822 dates. */
export const twilio = defineServer({
  id: "twilio",
  due: messageDue,
  tools: {
    twilio_send_sms: {
      description: "Sends an SMS.",
      input: nativeInput({ To: text("E.164"), From, Body: text() }, "To", "Body"),
      handle: (args, context) => send("sms", args, context),
    },
    twilio_send_whatsapp: {
      description: "Sends a WhatsApp message.",
      input: nativeInput({ To: text("whatsapp: and E.164"), From, Body: text(), MediaUrl }, "To", "Body"),
      handle: (args, context) => send("whatsapp", args, context),
    },
    twilio_get_message: {
      description: "Gets a message with its status.",
      input: nativeInput({ Sid: text() }, "Sid"),
      handle(args, context) {
        const message = findMessage(context, textAt(args, "Sid"));
        return message === undefined
          ? new Refusal("not_found", "The requested resource was not found", "20404")
          : messageJson(message);
      },
    },
    twilio_list_messages: {
      description: "Lists messages, newest first.",
      input: nativeInput({ To: text(), PageSize: integer() }),
      handle(args, context) {
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
    },
    twilio_create_verification: {
      description: "Sends a one-time code (Verify).",
      input: nativeInput(
        { To: text("E.164"), Channel: oneOf("sms", "call", "whatsapp", "email") },
        "To",
        "Channel",
      ),
    },
    twilio_check_verification: {
      description: "Checks a one-time code (Verify).",
      input: nativeInput({ To: text(), Code: text() }, "To", "Code"),
    },
    twilio_lookup_number: {
      description: "Tells whether a number exists and in which country (Lookup).",
      input: nativeInput({ PhoneNumber: text("E.164") }, "PhoneNumber"),
      handle(args) {
        const phone = normalisePhone(textAt(args, "PhoneNumber"));
        return { phone_number: phone ?? null, valid: phone !== undefined && !undeliverablePhones.has(phone) };
      },
    },
  },
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
