import type { JsonObject } from "@codespar/contract";
import { randomAlphanumerics } from "@codespar/formats";
import { normaliseRecipient } from "../engines/messaging/phone-number.ts";
import { findMessage, messageDue, sendMessage } from "../engines/messaging/send-message.ts";
import { fillTemplate, listTemplates } from "../engines/messaging/templates.ts";
import { textAt, textsAt, valueAt } from "../json/read-arguments.ts";
import { list, nativeInput, object, oneOf, text } from "../simulation/native-input.ts";
import { type CallContext, defineServer, Refusal } from "../simulation/provider-definition.ts";

const address = object({ email: text(), name: text() }, "email");
const from = { ...address, description: "A verified sender; the account's default when left out" };
const content = list(object({ type: text("text/plain or text/html"), value: text() }, "type", "value"));
const personalizations = list(
  object({ to: list(address), subject: text(), dynamic_template_data: object({}) }, "to"),
);

/** SendGrid v3. The message id is what the API answers in `X-Message-Id`; templates go by their name here. */
export const sendgrid = defineServer({
  id: "sendgrid",
  due: messageDue,
  tools: {
    sendgrid_send_email: {
      description: "Sends an e-mail.",
      input: nativeInput({ personalizations, from, subject: text(), content }, "personalizations", "content"),
      handle(args, context) {
        const subject = textAt(args, "personalizations.0.subject") ?? textAt(args, "subject");
        if (subject === undefined) return new Refusal("bad_request", "The subject is required.", "400");
        return send(args, { text: textAt(args, "content.0.value") ?? "", subject }, context);
      },
    },
    sendgrid_send_template: {
      description: "Sends a dynamic template with its data.",
      input: nativeInput({ personalizations, from, template_id: text() }, "personalizations", "template_id"),
      handle(args, context) {
        const template = textAt(args, "template_id") ?? "";
        const data = valueAt(args, "personalizations.0.dynamic_template_data");
        const names =
          typeof data === "object" && data !== null && !Array.isArray(data) ? Object.keys(data) : [];
        const positions = names
          .filter((name) => /^\d+$/.test(name))
          .toSorted((a, b) => Number(a) - Number(b));
        const filled = fillTemplate(
          context,
          template,
          positions.flatMap((name) => textsAt(data, name)),
        );
        if (typeof filled === "string")
          return new Refusal("bad_request", `The template_id is not valid: ${filled}.`, "400");
        return send(args, { text: filled.text, template }, context);
      },
    },
    sendgrid_get_message: {
      description: "Gets a message with its status (Email Activity).",
      input: nativeInput({ msg_id: text() }, "msg_id"),
      handle(args, context) {
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
    },
    sendgrid_list_templates: {
      description: "Lists the dynamic templates.",
      input: nativeInput({ generations: oneOf("dynamic", "legacy") }),
      handle: (_args, context) => ({
        result: listTemplates(context).map(({ name }) => ({ id: name, name, generation: "dynamic" })),
      }),
    },
    sendgrid_add_suppression: {
      description: "Puts addresses on the list of those that get no more mail.",
      input: nativeInput({ recipient_emails: list(text()) }, "recipient_emails"),
    },
  },
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
