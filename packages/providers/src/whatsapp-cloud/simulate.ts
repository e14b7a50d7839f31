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
import { flag, list, nativeInput, object, oneOf, text } from "../simulation/native-input.ts";
import { type CallContext, defineServer, Refusal } from "../simulation/provider-definition.ts";

const to = text("Digits with country code: 5511999999999");
const components = list(
  object(
    {
      type: oneOf("header", "body", "button"),
      parameters: list(object({ type: text("text"), text: text() })),
    },
    "type",
  ),
);
const templateComponents = list(object({ type: oneOf("HEADER", "BODY", "FOOTER"), text: text() }, "type"));

/** WhatsApp Cloud API of Meta. A message's id (wamid) holds the recipient's number. The 24-hour window is not simulated. */
export const whatsappCloud = defineServer({
  id: "whatsapp-cloud",
  due: messageDue,
  tools: {
    whatsapp_cloud_send_text: {
      description: "Sends a text to a WhatsApp number.",
      input: nativeInput({ to, text: object({ body: text(), preview_url: flag() }, "body") }, "to", "text"),
      handle: (args, context) => send(args, textAt(args, "text.body") ?? "", context),
    },
    whatsapp_cloud_send_template: {
      description: "Sends an approved template with its variables by position; starts a conversation.",
      input: nativeInput(
        {
          to,
          template: object(
            { name: text(), language: object({ code: text("pt_BR") }, "code"), components },
            "name",
            "language",
          ),
        },
        "to",
        "template",
      ),
      handle(args, context) {
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
    },
    whatsapp_cloud_send_media: {
      description: "Sends a picture, document, audio or video by its link.",
      input: nativeInput(
        {
          to,
          type: oneOf("image", "document", "audio", "video"),
          media: object({ link: text(), caption: text(), filename: text() }, "link"),
        },
        "to",
        "type",
        "media",
      ),
      handle: (args, context) => send(args, textAt(args, "media.caption") ?? "", context),
    },
    whatsapp_cloud_list_templates: {
      description: "Lists the message templates with their state and body.",
      input: nativeInput({ name: text(), status: oneOf("APPROVED", "PENDING", "REJECTED") }),
      handle: (_args, context) => ({
        data: listTemplates(context).map(({ name, language, body }) => ({
          name,
          language,
          status: "APPROVED",
          category: "UTILITY",
          components: [{ type: "BODY", text: body }],
        })),
      }),
    },
    whatsapp_cloud_create_template: {
      description: "Submits a message template; the sandbox approves it at once.",
      input: nativeInput(
        {
          name: text(),
          language: text("pt_BR"),
          category: oneOf("UTILITY", "MARKETING", "AUTHENTICATION"),
          components: templateComponents,
        },
        "name",
        "language",
        "category",
        "components",
      ),
      handle(args, context) {
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
    },
    whatsapp_cloud_get_message_status: {
      description:
        "Gets the last status that the webhook told of a message: sent, delivered, read or failed.",
      input: nativeInput({ message_id: text("wamid") }, "message_id"),
      handle(args, context) {
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
