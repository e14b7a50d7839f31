import type { JsonObject } from "@codespar/contract";
import { randomUpperAlphanumerics, randomUpperHex } from "@codespar/formats";
import { undeliverablePhones } from "../engines/messaging/magic-recipients.ts";
import { normalisePhone, phoneDigits } from "../engines/messaging/phone-number.ts";
import { findMessage, messageDue, sendMessage } from "../engines/messaging/send-message.ts";
import { textAt } from "../json/read-arguments.ts";
import { flag, list, nativeInput, number, object, text } from "../simulation/native-input.ts";
import { type CallContext, defineServer, Refusal } from "../simulation/provider-definition.ts";

const phone = text("Digits with country code, without the plus: 5511999999999");

/** Z-API (developer.z-api.io): WhatsApp through a connected phone. Two ids: `zaapId` its own, `messageId` WhatsApp's. */
export const zApi = defineServer({
  id: "z-api",
  due: messageDue,
  tools: {
    z_api_send_text: {
      description: "Sends a text to a WhatsApp number.",
      input: nativeInput(
        { phone, message: text(), delayMessage: number("Seconds, 1 to 15") },
        "phone",
        "message",
      ),
      handle: (args, context) => send(args, textAt(args, "message") ?? "", context),
    },
    z_api_send_image: {
      description: "Sends a picture by its address or as base64, with a caption.",
      input: nativeInput({ phone, image: text("Address or base64"), caption: text() }, "phone", "image"),
      handle: (args, context) => send(args, textAt(args, "caption") ?? "", context),
    },
    z_api_send_document: {
      description: "Sends a file, such as the PDF of an invoice or boleto.",
      input: nativeInput(
        { phone, document: text("Address or base64"), extension: text("Such as pdf"), fileName: text() },
        "phone",
        "document",
        "extension",
      ),
      handle: (args, context) => send(args, textAt(args, "fileName") ?? "", context),
    },
    z_api_send_button_list: {
      description: "Sends a text with buttons to choose from.",
      input: nativeInput(
        {
          phone,
          message: text(),
          buttonList: object({ buttons: list(object({ id: text(), label: text() }, "label")) }, "buttons"),
        },
        "phone",
        "message",
        "buttonList",
      ),
      handle: (args, context) => send(args, textAt(args, "message") ?? "", context),
    },
    z_api_send_location: {
      description: "Sends a place on the map.",
      input: nativeInput(
        { phone, title: text(), address: text(), latitude: text(), longitude: text() },
        "phone",
        "latitude",
        "longitude",
      ),
      handle: (args, context) => send(args, textAt(args, "title") ?? "", context),
    },
    z_api_get_message_status: {
      description: "Gets the last status of a message: SENT, RECEIVED, READ or FAILED.",
      input: nativeInput({ messageId: text() }, "messageId"),
      handle(args, context) {
        const message = findMessage(context, textAt(args, "messageId"));
        if (message === undefined) return new Refusal("not_found", "Message not found", "404");
        const at = message.readAt ?? message.deliveredAt ?? message.failedAt ?? message.sentAt;
        return {
          status: { queued: "PENDING", sent: "SENT", delivered: "RECEIVED", read: "READ", failed: "FAILED" }[
            message.status
          ],
          ids: [message.id],
          momment: at, // the API's own spelling
          phone: phoneDigits(message.to),
          type: "MessageStatusCallback",
        };
      },
    },
    z_api_check_number: {
      description: "Tells whether a number has WhatsApp.",
      input: nativeInput({ phone }, "phone"),
      handle(args) {
        const number = normalisePhone(textAt(args, "phone"));
        return { exists: number !== undefined && !undeliverablePhones.has(number), phone: number ?? null };
      },
    },
    z_api_get_contacts: {
      description: "Lists the contacts of the connected phone.",
      input: nativeInput({ page: number(), pageSize: number() }),
    },
    z_api_get_status: {
      description: "Tells whether the instance is connected to a phone.",
      input: nativeInput({}),
      output: { type: "object", properties: { connected: flag(), smartphoneConnected: flag() } },
      handle: () => ({ connected: true, session: true, smartphoneConnected: true, error: "" }),
    },
  },
});

function send(args: JsonObject, text: string, context: CallContext): JsonObject | Refusal {
  const to = normalisePhone(textAt(args, "phone"));
  if (to === undefined) return new Refusal("invalid_phone", "Phone number is invalid", "400");
  const id = randomUpperHex(context.random, 20);
  const zaapId = randomUpperAlphanumerics(context.random, 32);
  const message = sendMessage(context, { id, channel: "whatsapp", to, text });
  if (message === "undeliverable")
    return new Refusal("phone_not_exists", "Phone number does not exist", "400");
  return { zaapId, messageId: id, id };
}
