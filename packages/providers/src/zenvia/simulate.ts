import type { JsonObject, NotifyChannel } from "@codespar/contract";
import { generateUuid } from "@codespar/formats";
import type { Message } from "../engines/messaging/message.ts";
import { normaliseRecipient, phoneDigits } from "../engines/messaging/phone-number.ts";
import { messageDue, sendMessage } from "../engines/messaging/send-message.ts";
import { fillTemplate } from "../engines/messaging/templates.ts";
import { textAt, textsAt, valueAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { zenviaTools } from "./tools.ts";

/** Zenvia v2: one shape for every channel, phone numbers without the plus, UUID ids. */
export const zenviaSimulation = defineSimulation({
  id: "zenvia",
  tools: zenviaTools,
  handlers: {
    zenvia_send_sms: (args, context) => send("sms", args, textAt(args, "contents.0.text") ?? "", context),
    zenvia_send_whatsapp: (args, context) =>
      isTemplate(args)
        ? sendTemplate(args, context)
        : send("whatsapp", args, textAt(args, "contents.0.text") ?? "", context),
    zenvia_send_email(args, context) {
      if (isTemplate(args)) return sendTemplate({ ...args, channel: "email" }, context);
      const body = textAt(args, "contents.0.text") ?? textAt(args, "contents.0.html") ?? "";
      return send("email", args, body, context, { subject: textAt(args, "contents.0.subject") });
    },
    zenvia_send_template: sendTemplate,
  },
  due: messageDue,
});

/** The path of a channel takes templates as well. */
function isTemplate(args: JsonObject): boolean {
  return textAt(args, "contents.0.type") === "template";
}

function sendTemplate(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const channel = textAt(args, "channel") === "email" ? "email" : "whatsapp";
  const template = textAt(args, "contents.0.templateId") ?? "";
  const fields = valueAt(args, "contents.0.fields");
  const names =
    typeof fields === "object" && fields !== null && !Array.isArray(fields) ? Object.keys(fields) : [];
  const variables = names.toSorted((a, b) => Number(a) - Number(b)).flatMap((name) => textsAt(fields, name));
  const filled = fillTemplate(context, template, variables);
  if (typeof filled === "string") return new Refusal("VALIDATION_ERROR", `contents[0].templateId: ${filled}`);
  return send(channel, args, filled.text, context, { template });
}

function send(
  channel: NotifyChannel,
  args: JsonObject,
  body: string,
  context: CallContext,
  extra: Pick<Message, "subject" | "template"> = {},
): JsonObject | Refusal {
  const to = normaliseRecipient(channel, textAt(args, "to"));
  const id = generateUuid(context.random);
  const message =
    to === undefined
      ? "undeliverable"
      : sendMessage(context, { id, channel, to, text: body, ...extra, ...readExternalId(args) });
  if (message === "undeliverable")
    return new Refusal("INVALID_RECIPIENT", "Validation error: to is not a reachable recipient");
  return {
    id,
    externalId: textAt(args, "externalId") ?? null,
    from: textAt(args, "from") ?? "sandbox",
    channel,
    direction: "OUT",
    to: phoneDigits(message.to),
    contents: valueAt(args, "contents") ?? [],
    timestamp: new Date(message.sentAt).toISOString(),
  };
}

function readExternalId(args: JsonObject): Pick<Message, "customArguments"> {
  const externalId = textAt(args, "externalId");
  return externalId === undefined ? {} : { customArguments: { externalId } };
}
