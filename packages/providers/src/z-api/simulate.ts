import type { JsonObject } from "@codespar/contract";
import { randomUpperAlphanumerics, randomUpperHex } from "@codespar/formats";
import { undeliverablePhones } from "../engines/messaging/magic-recipients.ts";
import { normalisePhone } from "../engines/messaging/phone-number.ts";
import { messageDue, sendMessage } from "../engines/messaging/send-message.ts";
import { textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { zApiTools } from "./tools.ts";

/** Z-API (developer.z-api.io): WhatsApp through a connected phone. Two ids: `zaapId` its own, `messageId` WhatsApp's. */
export const zApiSimulation = defineSimulation({
  id: "z-api",
  tools: zApiTools,
  handlers: {
    z_api_send_text: (args, context) => send(args, textAt(args, "message") ?? "", context),
    z_api_send_image: (args, context) => send(args, textAt(args, "caption") ?? "", context),
    z_api_send_document: (args, context) => send(args, textAt(args, "fileName") ?? "", context),
    z_api_send_button_list: (args, context) => send(args, textAt(args, "message") ?? "", context),
    z_api_send_location: (args, context) => send(args, textAt(args, "title") ?? "", context),
    z_api_check_number(args) {
      const number = normalisePhone(textAt(args, "phone"));
      return { exists: number !== undefined && !undeliverablePhones.has(number), phone: number ?? null };
    },
    z_api_get_contacts: () => ({ contacts: [] }),
    z_api_get_status: () => ({ connected: true, session: true, smartphoneConnected: true, error: "" }),
  },
  due: messageDue,
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
