import type { JsonObject } from "@codespar/contract";
import { randomUpperHex, unixSeconds } from "@codespar/formats";
import { undeliverablePhones } from "../engines/messaging/magic-recipients.ts";
import { type Message, messageKind } from "../engines/messaging/message.ts";
import { normalisePhone, phoneDigits } from "../engines/messaging/phone-number.ts";
import { messageDue, sendMessage } from "../engines/messaging/send-message.ts";
import { textAt, textsAt } from "../json/read-arguments.ts";
import { flag, integer, list, nativeInput, oneOf, text } from "../simulation/native-input.ts";
import { type CallContext, defineServer, Refusal } from "../simulation/provider-definition.ts";

const number = text("Digits with country code: 5511999999999");
const instance = text("Name of the connected instance");

const statuses = {
  queued: "PENDING",
  sent: "SERVER_ACK",
  delivered: "DELIVERY_ACK",
  read: "READ",
  failed: "ERROR",
} as const;

/** Evolution API v2: a connected phone, JIDs such as `5511…@s.whatsapp.net`, message ids of WhatsApp Web (`3EB0…`). */
export const evolutionApi = defineServer({
  id: "evolution-api",
  due: messageDue,
  tools: {
    evolution_api_send_text: {
      description: "Sends a text to a WhatsApp number.",
      input: nativeInput(
        { instance, number, text: text(), delay: integer("Milliseconds"), linkPreview: flag() },
        "number",
        "text",
      ),
      handle: (args, context) => send(args, textAt(args, "text") ?? "", context),
    },
    evolution_api_send_media: {
      description: "Sends a picture, video or document by its address or as base64.",
      input: nativeInput(
        {
          instance,
          number,
          mediatype: oneOf("image", "video", "document"),
          media: text(),
          caption: text(),
          fileName: text(),
        },
        "number",
        "mediatype",
        "media",
      ),
      handle: (args, context) => send(args, textAt(args, "caption") ?? "", context),
    },
    evolution_api_send_poll: {
      description: "Sends a poll to vote in.",
      input: nativeInput(
        { instance, number, name: text("The question"), selectableCount: integer(), values: list(text()) },
        "number",
        "name",
        "values",
      ),
      handle: (args, context) => send(args, textAt(args, "name") ?? "", context),
    },
    evolution_api_check_number: {
      description: "Tells which numbers have WhatsApp.",
      input: nativeInput({ instance, numbers: list(number) }, "numbers"),
      handle: (args) => ({
        data: textsAt(args, "numbers").map((written) => {
          const phone = normalisePhone(written);
          return {
            number: written,
            exists: phone !== undefined && !undeliverablePhones.has(phone),
            jid: phone === undefined ? null : jid(phone),
          };
        }),
      }),
    },
    evolution_api_create_instance: {
      description: "Creates an instance that is then connected to a phone by QR code.",
      input: nativeInput({ instanceName: text(), number, qrcode: flag() }, "instanceName"),
    },
    evolution_api_get_instances: {
      description: "Lists the instances with their connection.",
      input: nativeInput({ instanceName: text() }),
      handle: () => ({
        data: [{ name: "sandbox", connectionStatus: "open", integration: "WHATSAPP-BAILEYS" }],
      }),
    },
    evolution_api_get_messages: {
      description: "Lists the messages to a number with their status.",
      input: nativeInput({ instance, number, page: integer(), offset: integer() }),
      handle(args, context) {
        const phone = normalisePhone(textAt(args, "number"));
        const found = context
          .list<Message>(messageKind)
          .filter(({ to }) => phone === undefined || to === phone);
        return { total: found.length, records: found.map(messageJson) };
      },
    },
  },
});

function send(args: JsonObject, body: string, context: CallContext): JsonObject | Refusal {
  const written = textAt(args, "number") ?? "";
  const phone = normalisePhone(written);
  const id = `3EB0${randomUpperHex(context.random, 18)}`;
  const message =
    phone === undefined
      ? "undeliverable"
      : sendMessage(context, { id, channel: "whatsapp", to: phone, text: body });
  if (message === "undeliverable")
    return new Refusal("bad_request", `{"exists":false,"number":"${written}"}`, "400");
  return { ...messageJson(message), status: "PENDING" };
}

function messageJson(message: Message): JsonObject {
  return {
    key: { remoteJid: jid(message.to), fromMe: true, id: message.id },
    message: { conversation: message.text },
    messageTimestamp: unixSeconds(message.sentAt),
    status: statuses[message.status],
  };
}

function jid(phone: string): string {
  return `${phoneDigits(phone)}@s.whatsapp.net`;
}
