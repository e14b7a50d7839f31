import type { JsonObject } from "@codespar/contract";
import { generateUuid, randomUpperHex, unixSeconds } from "@codespar/formats";
import { undeliverablePhones } from "../engines/messaging/magic-recipients.ts";
import { type Message, messageKind } from "../engines/messaging/message.ts";
import { normalisePhone, phoneDigits } from "../engines/messaging/phone-number.ts";
import { messageDue, sendMessage } from "../engines/messaging/send-message.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { numberAt, textAt, textsAt, valueAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { evolutionApiTools } from "./tools.ts";

const PAGE = 50;

const statuses = {
  queued: "PENDING",
  sent: "SERVER_ACK",
  delivered: "DELIVERY_ACK",
  read: "READ",
  failed: "ERROR",
} as const;

/** A phone and its connection. */
interface Instance {
  id: string;
  name: string;
  connectionStatus: "connecting" | "open";
  integration: string;
  token: string;
  number: string | null;
}

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
        const exists = phone !== undefined && !undeliverablePhones.has(phone);
        return { jid: jid(phone ?? written), exists, number: written };
      }),
    }),
    evolution_api_create_instance(args, context) {
      const name = textAt(args, "instanceName") ?? "";
      if (listInstances(context).some((instance) => instance.name === name))
        return new Refusal("name_in_use", `This name "${name}" is already in use.`, "403");
      const instance: Instance = {
        id: generateUuid(context.random),
        name,
        connectionStatus: "connecting",
        integration: textAt(args, "integration") ?? "",
        token: textAt(args, "token") ?? generateUuid(context.random).toUpperCase(),
        number: textAt(args, "number") ?? null,
      };
      context.put("instance", name, instance);
      return {
        instance: {
          instanceName: name,
          instanceId: instance.id,
          integration: instance.integration,
          status: "connecting",
        },
        hash: instance.token,
        webhook: {},
        settings: {},
        ...(valueAt(args, "qrcode") === true
          ? { qrcode: { pairingCode: null, code: `2@${randomUpperHex(context.random, 40)}`, count: 1 } }
          : {}),
      };
    },
    evolution_api_get_instances(args, context) {
      const [name, id] = [textAt(args, "instanceName"), textAt(args, "instanceId")];
      const found = listInstances(context).filter(
        (instance) =>
          (name === undefined || instance.name === name) && (id === undefined || instance.id === id),
      );
      return { data: found.map((instance) => ({ ...instance, profileName: null, ownerJid: null })) };
    },
    evolution_api_get_messages(args, context) {
      const [id, remoteJid] = [textAt(args, "where.key.id"), textAt(args, "where.key.remoteJid")];
      const fromMe = valueAt(args, "where.key.fromMe") !== false;
      const found = context
        .list<Message>(messageKind)
        .filter(
          (message) =>
            fromMe &&
            (id === undefined || message.id === id) &&
            (remoteJid === undefined || jid(message.to) === remoteJid),
        );
      const size = Math.max(1, numberAt(args, "offset") ?? PAGE);
      const currentPage = Math.max(1, numberAt(args, "page") ?? 1);
      return {
        messages: {
          total: found.length,
          pages: Math.ceil(found.length / size),
          currentPage,
          records: found
            .slice((currentPage - 1) * size, currentPage * size)
            .map((message) => ({ ...messageJson(message, context), MessageUpdate: listUpdates(message) })),
        },
      };
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
  if (message === "undeliverable") {
    const known = [{ jid: jid(phone ?? written), exists: false, number: written }];
    return new Refusal("bad_request", JSON.stringify(known), "400");
  }
  return { ...messageJson(message, context), status: "PENDING" };
}

/** The message as both a send and a search show it. */
function messageJson(message: Message, context: SimulationContext): JsonObject {
  return {
    key: { remoteJid: jid(message.to), fromMe: true, id: message.id },
    pushName: "",
    message: { conversation: message.text },
    messageType: "conversation",
    messageTimestamp: unixSeconds(message.sentAt),
    instanceId: getInstance(context).id,
    source: "web",
  };
}

/** What became of it, oldest first. */
function listUpdates(message: Message): JsonObject[] {
  const { status, deliveredAt } = message;
  const passed =
    status === "failed"
      ? [statuses.sent, statuses.failed]
      : [
          statuses.sent,
          ...(deliveredAt === undefined ? [] : [statuses.delivered]),
          ...(status === "read" ? [statuses.read] : []),
        ];
  return passed.map((one) => ({ status: one }));
}

/** The body of `messages.update` for what a message has become. */
export function toMessageUpdate(message: Message, context: SimulationContext): JsonObject {
  return omitUndefined({
    messageId: `c${randomUpperHex(context.random, 24).toLowerCase()}`,
    keyId: message.id,
    remoteJid: jid(message.to),
    fromMe: true,
    status: statuses[message.status],
    instanceId: getInstance(context).id,
  });
}

/** The phone that every account has, connected. */
function getInstance(context: SimulationContext): Instance {
  const known = context.get<Instance>("instance", "sandbox");
  if (known !== undefined) return known;
  const instance: Instance = {
    id: generateUuid(context.random),
    name: "sandbox",
    connectionStatus: "open",
    integration: "WHATSAPP-BAILEYS",
    token: generateUuid(context.random).toUpperCase(),
    number: null,
  };
  context.put("instance", instance.name, instance);
  return instance;
}

function listInstances(context: SimulationContext): Instance[] {
  getInstance(context);
  return context.list<Instance>("instance");
}

function jid(phone: string): string {
  return `${phoneDigits(phone)}@s.whatsapp.net`;
}
