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
import { numberAt, objectsAt, textAt } from "../json/read-arguments.ts";
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
      const own = context.get<ReviewedTemplate>(templateKind, name);
      if (own !== undefined && own.status !== "APPROVED")
        return new Refusal(
          "template_not_found",
          "(#132001) Template name does not exist in the translation",
          "132001",
        );
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
    whatsapp_cloud_send_media: sendMedia,
    whatsapp_cloud_list_templates: listOwnTemplates,
    whatsapp_cloud_create_template: createTemplate,
    whatsapp_cloud_get_message_status: readHistory,
  },
  due: {
    ...messageDue,
    review_template(kind, id, context) {
      const template = context.get<ReviewedTemplate>(kind, id);
      if (template === undefined) return;
      context.put(kind, id, { ...template, status: /reject/.test(template.name) ? "REJECTED" : "APPROVED" });
    },
  },
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

/** A template of the account's own, on its way through Meta's review. */
interface ReviewedTemplate extends MessageTemplate {
  id: string;
  status: "APPROVED" | "PENDING" | "REJECTED";
  category: string;
}

/** How long Meta takes in the simulation to look at a template, in milliseconds. The real one takes minutes to a day. */
const REVIEW_MS = 60_000;

function sendMedia(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const type = textAt(args, "type") ?? "";
  const file = textAt(args, `${type}.link`) ?? textAt(args, `${type}.id`);
  if (file === undefined)
    return new Refusal("invalid_request", `(#100) The parameter ${type} is required.`, "100");
  return send(args, textAt(args, `${type}.caption`) ?? "", context);
}

function createTemplate(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const name = textAt(args, "name") ?? "";
  if (!/^[a-z0-9_]{1,512}$/.test(name))
    return new Refusal("invalid_request", "(#100) Invalid parameter", "100");
  const body = objectsAt(args, "components").find((each) => textAt(each, "type") === "BODY");
  const template: ReviewedTemplate = {
    id: randomDigits(context.random, 16),
    name,
    language: textAt(args, "language") ?? "pt_BR",
    body: textAt(body, "text") ?? "",
    status: "PENDING",
    category: textAt(args, "category") ?? "UTILITY",
  };
  context.put(templateKind, name, template);
  context.schedule(context.now + REVIEW_MS, "review_template", templateKind, name);
  return { id: template.id, status: template.status, category: template.category };
}

function listOwnTemplates(args: JsonObject, context: CallContext): JsonObject {
  const [name, status] = [textAt(args, "name"), textAt(args, "status")];
  const all = listTemplates(context)
    .map((template) => ({
      id: readReview(template)?.id ?? template.name,
      name: template.name,
      language: template.language,
      status: readReview(template)?.status ?? "APPROVED",
      category: readReview(template)?.category ?? "UTILITY",
      components: [{ type: "BODY", text: template.body }],
    }))
    .filter((each) => (name ?? each.name) === each.name && (status ?? each.status) === each.status);
  const start = Number(textAt(args, "after") ?? 0);
  const data = all.slice(start, start + (numberAt(args, "limit") ?? 25));
  return { data, paging: { cursors: { before: String(start), after: String(start + data.length) } } };
}

/** A template of the account's own; the stock ones were approved before the account began. */
function readReview(template: MessageTemplate): ReviewedTemplate | undefined {
  return "status" in template ? (template as ReviewedTemplate) : undefined; // written by createTemplate
}

/** The message's history with its events in it, newest first. */
function readHistory(args: JsonObject, context: CallContext): JsonObject {
  const message = findMessage(context, textAt(args, "message_id"));
  if (message === undefined) return { data: [] };
  const steps: readonly [string, number | undefined][] = [
    ["SENT", message.sentAt],
    ["DELIVERED", message.deliveredAt],
    ["READ", message.readAt],
    ["FAILED", message.failedAt],
  ];
  const events = steps.flatMap(([status, at]) =>
    at === undefined
      ? []
      : [
          {
            id: `${message.id}:${status}`,
            delivery_status: status,
            timestamp: unixSeconds(at),
            ...(status === "FAILED" ? { error_description: "Message undeliverable" } : {}),
          },
        ],
  );
  return {
    data: [{ id: `history:${message.id}`, message_id: message.id, events: { data: events.toReversed() } }],
  };
}
