import type { JsonObject } from "@codespar/contract";
import { randomAlphanumerics } from "@codespar/formats";
import type { Message } from "../engines/messaging/message.ts";
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
      const message = findMessage(context, textAt(args, "msg_id")?.split(".", 1)[0]);
      if (message === undefined) return new Refusal("not_found", "resource not found", "404");
      return toActivity(message);
    },
    sendgrid_list_templates: (_args, context) => ({
      result: listTemplates(context).map(({ name }) => ({
        id: name,
        name,
        generation: "dynamic",
        updated_at: "2026-01-01 00:00:00",
        versions: [],
      })),
      _metadata: { self: "/v3/templates", count: listTemplates(context).length },
    }),
    sendgrid_add_suppression(args, context) {
      const emails = textsAt(args, "recipient_emails").map((email) => email.toLowerCase());
      for (const email of emails) context.put(SUPPRESSION, email, { email });
      return { recipient_emails: emails };
    },
  },
  due: messageDue,
});

const SUPPRESSION = "suppression";

/** A message as Email Activity shows it. */
export function toActivity(message: Message): JsonObject {
  const status = {
    queued: "processed",
    sent: "processed",
    delivered: "delivered",
    read: "delivered",
    failed: "not_delivered",
  } as const;
  return {
    from_email: "loja@example.com",
    msg_id: `${message.id}.recvd-emulated-1`,
    subject: message.subject ?? "",
    to_email: message.to,
    status: status[message.status],
    template_id: message.template ?? "",
    unique_args: JSON.stringify(message.customArguments ?? {}),
    categories: [],
    events: [],
  };
}

function send(
  args: JsonObject,
  message: { text: string; subject?: string; template?: string },
  context: CallContext,
): JsonObject | Refusal {
  const to = normaliseRecipient("email", textAt(args, "personalizations.0.to.0.email"));
  const id = randomAlphanumerics(context.random, 22);
  const sent =
    to === undefined || context.get(SUPPRESSION, to) !== undefined
      ? "undeliverable"
      : sendMessage(context, {
          id,
          channel: "email",
          to,
          ...message,
          customArguments: readCustomArguments(args),
        });
  if (sent === "undeliverable") {
    return new Refusal(
      "invalid_address",
      "Does not contain a valid address: personalizations.0.to.0.email",
      "400",
    );
  }
  return { message_id: id };
}

/** Of the mail and of its first recipient; the nearer one counts. */
function readCustomArguments(args: JsonObject): Record<string, string> | undefined {
  const own: Record<string, string> = {};
  for (const path of ["custom_args", "personalizations.0.custom_args"]) {
    const given = valueAt(args, path);
    if (typeof given !== "object" || given === null || Array.isArray(given)) continue;
    for (const [name, value] of Object.entries(given)) if (typeof value === "string") own[name] = value;
  }
  return Object.keys(own).length === 0 ? undefined : own;
}
