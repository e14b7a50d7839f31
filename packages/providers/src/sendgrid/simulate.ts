import type { JsonObject } from "@codespar/contract";
import { randomAlphanumerics } from "@codespar/formats";
import { normaliseRecipient } from "../engines/messaging/phone-number.ts";
import { findMessage, messageDue, sendMessage } from "../engines/messaging/send-message.ts";
import { fillTemplate, listTemplates } from "../engines/messaging/templates.ts";
import { textAt, textsAt, valueAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { sendgridTools } from "./tools.ts";

/** SendGrid v3. The message id is what the API returns in `X-Message-Id`; templates go by their name here. */
export const sendgridSimulation = defineSimulation({
  id: "sendgrid",
  tools: sendgridTools,
  handlers: {
    sendgrid_send_email(args, context) {
      const subject = textAt(args, "personalizations.0.subject") ?? textAt(args, "subject");
      if (subject === undefined) return new Refusal("bad_request", "The subject is required.", "400");
      return send(args, { text: textAt(args, "content.0.value") ?? "", subject }, context);
    },
    sendgrid_send_template(args, context) {
      const template = textAt(args, "template_id") ?? "";
      const data = valueAt(args, "personalizations.0.dynamic_template_data");
      const names =
        typeof data === "object" && data !== null && !Array.isArray(data) ? Object.keys(data) : [];
      const positions = names.filter((name) => /^\d+$/.test(name)).toSorted((a, b) => Number(a) - Number(b));
      const filled = fillTemplate(
        context,
        template,
        positions.flatMap((name) => textsAt(data, name)),
      );
      if (typeof filled === "string")
        return new Refusal("bad_request", `The template_id is not valid: ${filled}.`, "400");
      return send(args, { text: filled.text, template }, context);
    },
    sendgrid_get_message(args, context) {
      const message = findMessage(context, textAt(args, "msg_id"));
      if (message === undefined) return new Refusal("not_found", "resource not found", "404");
      const status = {
        queued: "processing",
        sent: "processing",
        delivered: "delivered",
        read: "delivered",
        failed: "not_delivered",
      };
      return {
        msg_id: message.id,
        to_email: message.to,
        subject: message.subject ?? "",
        status: status[message.status],
      };
    },
    sendgrid_list_templates: (_args, context) => ({
      result: listTemplates(context).map(({ name }) => ({ id: name, name, generation: "dynamic" })),
    }),
  },
  due: messageDue,
});

function send(
  args: JsonObject,
  message: { text: string; subject?: string; template?: string },
  context: CallContext,
): JsonObject | Refusal {
  const to = normaliseRecipient("email", textAt(args, "personalizations.0.to.0.email"));
  const id = randomAlphanumerics(context.random, 22);
  const sent =
    to === undefined ? "undeliverable" : sendMessage(context, { id, channel: "email", to, ...message });
  if (sent === "undeliverable") {
    return new Refusal(
      "invalid_address",
      "Does not contain a valid address: personalizations.0.to.0.email",
      "400",
    );
  }
  return { status: 202, message_id: id };
}
