import type { JsonObject } from "@codespar/contract";
import { randomDigits, unixSeconds } from "@codespar/formats";
import { normalisePhone, phoneDigits } from "../engines/messaging/phone-number.ts";
import { findMessage, messageDue, sendMessage } from "../engines/messaging/send-message.ts";
import {
  fillTemplate,
  listTemplates,
  type MessageTemplate,
  templateKind,
} from "../engines/messaging/templates.ts";
import { generateWamid } from "../engines/messaging/wamid.ts";
import { objectsAt, textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { whatsappCloudTools } from "./tools.ts";

/** WhatsApp Cloud API of Meta. A message's id (wamid) holds the recipient's number. The 24-hour window is not simulated. */
export const whatsappCloudSimulation = defineSimulation({
  id: "whatsapp-cloud",
  tools: whatsappCloudTools,
  handlers: {
    whatsapp_cloud_send_text: (args, context) => send(args, textAt(args, "text.body") ?? "", context),
    whatsapp_cloud_send_template(args, context) {
      const name = textAt(args, "template.name") ?? "";
      const body = objectsAt(args, "template.components").find((each) => textAt(each, "type") === "body");
      const filled = fillTemplate(
        context,
        name,
        objectsAt(body, "parameters").map((each) => textAt(each, "text") ?? ""),
      );
      if (filled === "unknown_template") {
        return new Refusal(
          "template_not_found",
          "(#132001) Template name does not exist in the translation",
          "132001",
        );
      }
      if (filled === "wrong_variable_count") {
        return new Refusal(
          "template_param_count_mismatch",
          "(#132000) Number of parameters does not match the expected number of params",
          "132000",
        );
      }
      return send(args, filled.text, context, name);
    },
    whatsapp_cloud_send_media: (args, context) => send(args, textAt(args, "media.caption") ?? "", context),
    whatsapp_cloud_list_templates: (_args, context) => ({
      data: listTemplates(context).map(({ name, language, body }) => ({
        name,
        language,
        status: "APPROVED",
        category: "UTILITY",
        components: [{ type: "BODY", text: body }],
      })),
    }),
    whatsapp_cloud_create_template(args, context) {
      const name = textAt(args, "name") ?? "";
      const body = objectsAt(args, "components").find((each) => textAt(each, "type") === "BODY");
      const template: MessageTemplate = {
        name,
        language: textAt(args, "language") ?? "pt_BR",
        body: textAt(body, "text") ?? "",
      };
      context.put(templateKind, name, template);
      return {
        id: randomDigits(context.random, 16),
        status: "APPROVED",
        category: textAt(args, "category") ?? "UTILITY",
      };
    },
    whatsapp_cloud_get_message_status(args, context) {
      const message = findMessage(context, textAt(args, "message_id"));
      if (message === undefined) return new Refusal("not_found", "(#100) Unknown message", "100");
      const at = message.readAt ?? message.deliveredAt ?? message.failedAt ?? message.sentAt;
      return {
        id: message.id,
        status: message.status,
        recipient_id: phoneDigits(message.to),
        timestamp: String(unixSeconds(at)),
        ...(message.status === "failed"
          ? { errors: [{ code: 131026, title: "Message undeliverable" }] }
          : {}),
      };
    },
  },
  due: messageDue,
});

function send(args: JsonObject, body: string, context: CallContext, template?: string): JsonObject | Refusal {
  const phone = normalisePhone(textAt(args, "to"));
  if (phone === undefined)
    return new Refusal("invalid_recipient", "(#131009) Parameter value is not valid", "131009");
  const id = generateWamid(context.random, phone);
  const message = sendMessage(context, { id, channel: "whatsapp", to: phone, text: body, template });
  if (message === "undeliverable")
    return new Refusal("undeliverable", "(#131026) Message undeliverable", "131026");
  return {
    messaging_product: "whatsapp",
    contacts: [{ input: textAt(args, "to") ?? "", wa_id: phoneDigits(phone) }],
    messages: [{ id, message_status: "accepted" }],
  };
}
