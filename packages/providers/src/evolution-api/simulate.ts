import type { JsonObject } from "@codespar/contract";
import { randomUpperHex, unixSeconds } from "@codespar/formats";
import { undeliverablePhones } from "../engines/messaging/magic-recipients.ts";
import { type Message, messageKind } from "../engines/messaging/message.ts";
import { normalisePhone, phoneDigits } from "../engines/messaging/phone-number.ts";
import { messageDue, sendMessage } from "../engines/messaging/send-message.ts";
import { textAt, textsAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { evolutionApiTools } from "./tools.ts";

const statuses = {
  queued: "PENDING",
  sent: "SERVER_ACK",
  delivered: "DELIVERY_ACK",
  read: "READ",
  failed: "ERROR",
} as const;

/** Evolution API v2: a connected phone, JIDs such as `5511…@s.whatsapp.net`, message ids of WhatsApp Web (`3EB0…`). */
export const evolutionApiSimulation = defineSimulation({
  id: "evolution-api",
  tools: evolutionApiTools,
  handlers: {
    evolution_api_send_text: (args, context) => send(args, textAt(args, "text") ?? "", context),
    evolution_api_send_media: (args, context) => send(args, textAt(args, "caption") ?? "", context),
    evolution_api_send_poll: (args, context) => send(args, textAt(args, "name") ?? "", context),
    evolution_api_check_number: (args) => ({
      data: textsAt(args, "numbers").map((written) => {
        const phone = normalisePhone(written);
        return {
          number: written,
          exists: phone !== undefined && !undeliverablePhones.has(phone),
          jid: phone === undefined ? null : jid(phone),
        };
      }),
    }),
    evolution_api_get_instances: () => ({
      data: [{ name: "sandbox", connectionStatus: "open", integration: "WHATSAPP-BAILEYS" }],
    }),
    evolution_api_get_messages(args, context) {
      const phone = normalisePhone(textAt(args, "number"));
      const found = context
        .list<Message>(messageKind)
        .filter(({ to }) => phone === undefined || to === phone);
      return { total: found.length, records: found.map(messageJson) };
    },
  },
  due: messageDue,
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
