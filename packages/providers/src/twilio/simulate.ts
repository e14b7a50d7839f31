import type { JsonObject, NotifyChannel } from "@codespar/contract";
import { randomDigits, randomHex } from "@codespar/formats";
import { undeliverablePhones } from "../engines/messaging/magic-recipients.ts";
import { type Message, messageKind } from "../engines/messaging/message.ts";
import { normalisePhone } from "../engines/messaging/phone-number.ts";
import { findMessage, messageDue, sendMessage } from "../engines/messaging/send-message.ts";
import { numberAt, textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { twilioTools } from "./tools.ts";

/** Twilio Programmable Messaging: `SM` ids, E.164 numbers, `whatsapp:` before those of WhatsApp, RFC 2822 dates. */
export const twilioSimulation = defineSimulation({
  id: "twilio",
  tools: twilioTools,
  handlers: {
    twilio_send_sms: send,
    twilio_send_whatsapp: send,
    twilio_get_message(args, context) {
      const message = findMessage(context, textAt(args, "Sid"));
      return message === undefined
        ? new Refusal("not_found", "The requested resource was not found", "20404")
        : messageJson(message, context);
    },
    twilio_list_messages: listMessages,
    twilio_create_verification: createVerification,
    twilio_check_verification: checkVerification,
    twilio_lookup_number: lookUpNumber,
  },
  due: messageDue,
});

const VERIFICATION = "verification";
/** A code lives for ten minutes. */
const CODE_LIFE_MS = 600_000;
/** Checks of one code; the next one fails whatever it is. */
const MOST_CHECKS = 5;

/** Plain JSON. */
interface Verification {
  sid: string;
  to: string;
  channel: string;
  code: string;
  status: "approved" | "pending";
  checks: number;
  createdAt: number;
}

/** One path sends both: the number says by its prefix that it is meant as WhatsApp's. */
function send(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const written = textAt(args, "To") ?? "";
  const channel: NotifyChannel = written.startsWith("whatsapp:") ? "whatsapp" : "sms";
  const to = normalisePhone(written.replace(/^whatsapp:/, ""));
  if (to === undefined)
    return new Refusal("invalid_to", "The 'To' number is not a valid phone number.", "21211");
  const text = textAt(args, "Body");
  if (text === undefined && textAt(args, "ContentSid") === undefined)
    return new Refusal("invalid_request", "Message body is required.", "21602");
  const message = sendMessage(context, {
    id: `SM${randomHex(context.random, 32)}`,
    channel,
    to,
    text: text ?? `[${textAt(args, "ContentSid")}] ${textAt(args, "ContentVariables") ?? ""}`.trim(),
  });
  if (message !== "undeliverable") return { ...messageJson(message, context), status: "queued" };
  return channel === "sms"
    ? new Refusal("invalid_to", "The 'To' number is not a valid mobile number.", "21614")
    : new Refusal("invalid_recipient", "Invalid message recipient", "63024");
}

function listMessages(args: JsonObject, context: CallContext): JsonObject {
  const to = normalisePhone(textAt(args, "To")?.replace(/^whatsapp:/, ""));
  const day = textAt(args, "DateSent");
  const size = numberAt(args, "PageSize") ?? 50;
  const found = context
    .list<Message>(messageKind)
    .filter((message) => to === undefined || message.to === to)
    .filter(({ sentAt }) => day === undefined || new Date(sentAt).toISOString().startsWith(day))
    .reverse();
  const uri = `${accountUri(context)}/Messages.json?PageSize=${size}&Page=0`;
  return {
    first_page_uri: uri,
    next_page_uri: null,
    previous_page_uri: null,
    uri,
    page: 0,
    page_size: size,
    start: 0,
    end: Math.max(0, Math.min(size, found.length) - 1),
    messages: found.slice(0, size).map((message) => messageJson(message, context)),
  };
}

function createVerification(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const to = textAt(args, "To") ?? "";
  const channel = textAt(args, "Channel") ?? "sms";
  if (channel !== "email" && normalisePhone(to) === undefined)
    return new Refusal("invalid_request", "Invalid parameter `To`", "60200");
  const verification: Verification = {
    sid: `VE${randomHex(context.random, 32)}`,
    to,
    channel,
    code: randomDigits(context.random, 6),
    status: "pending",
    checks: 0,
    createdAt: context.now,
  };
  context.put(VERIFICATION, to, verification);
  const text = `Your verification code is: ${verification.code}`;
  const recipient = channel === "email" ? to : (normalisePhone(to) ?? to);
  const notified: NotifyChannel = channel === "whatsapp" || channel === "email" ? channel : "sms";
  sendMessage(context, { id: `SM${randomHex(context.random, 32)}`, channel: notified, to: recipient, text });
  return {
    ...verificationJson(verification, context),
    send_code_attempts: [
      { time: new Date(context.now).toISOString(), channel, attempt_sid: `VL${verification.sid.slice(2)}` },
    ],
  };
}

/** A code that was approved, is too old, or was tried too often is gone: 404. */
function checkVerification(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const verification = context.get<Verification>(VERIFICATION, textAt(args, "To") ?? "");
  const isOpen = verification?.status === "pending" && context.now - verification.createdAt < CODE_LIFE_MS;
  if (verification === undefined || !isOpen)
    return new Refusal("not_found", "The requested resource was not found", "20404");
  if (verification.checks >= MOST_CHECKS)
    return new Refusal("too_many_attempts", "Max check attempts reached", "60202");
  const isRight = textAt(args, "Code") === verification.code;
  const checked: Verification = {
    ...verification,
    checks: verification.checks + 1,
    status: isRight ? "approved" : "pending",
  };
  context.put(VERIFICATION, verification.to, checked);
  return { ...verificationJson(checked, context), sna_attempts_error_codes: [] };
}

function verificationJson(
  { sid, to, channel, status, createdAt }: Verification,
  context: CallContext,
): JsonObject {
  const time = new Date(createdAt).toISOString().replace(/\.\d+Z$/, "Z");
  return {
    sid,
    service_sid: accountSid("VA", context),
    account_sid: accountSid("AC", context),
    to,
    channel,
    status,
    valid: status === "approved",
    amount: null,
    payee: null,
    date_created: time,
    date_updated: time,
  };
}

/** Found or not, the response is a success: `valid` says which. */
function lookUpNumber(args: JsonObject): JsonObject {
  const written = textAt(args, "PhoneNumber") ?? "";
  const phone = normalisePhone(written);
  const isThere = phone !== undefined && !undeliverablePhones.has(phone);
  return {
    calling_country_code: isThere ? (countryOfPhone(phone)?.calling ?? null) : null,
    country_code: isThere ? (countryOfPhone(phone)?.country ?? null) : null,
    phone_number: phone ?? written,
    national_format: null,
    valid: isThere,
    validation_errors: isThere ? [] : ["NOT_A_NUMBER"],
    url: `/v2/PhoneNumbers/${phone ?? written}`,
  };
}

const callingCodes: readonly (readonly [calling: string, country: string])[] = [
  ["55", "BR"],
  ["52", "MX"],
  ["54", "AR"],
  ["57", "CO"],
  ["56", "CL"],
];

function countryOfPhone(phone: string): { calling: string; country: string } | undefined {
  const found = callingCodes.find(([calling]) => phone.startsWith(`+${calling}`));
  return found === undefined ? undefined : { calling: found[0], country: found[1] };
}

/** An id of the account's own; which one the caller wrote in the path is not known here. */
function accountSid(prefix: "AC" | "VA", { account }: Pick<CallContext, "account">): string {
  const hex = Array.from(account, (letter) => letter.charCodeAt(0).toString(16)).join("");
  return prefix + hex.padEnd(32, "0").slice(0, 32);
}

function accountUri(context: Pick<CallContext, "account">): string {
  return `/2010-04-01/Accounts/${accountSid("AC", context)}`;
}

/** RFC 2822, as this API of 2010 writes dates. */
function rfc2822(at: number): string {
  return new Date(at).toUTCString().replace("GMT", "+0000");
}

/** A message with every field that the specification has. */
export function messageJson(message: Message, context: Pick<CallContext, "account">): JsonObject {
  const prefix = message.channel === "whatsapp" ? "whatsapp:" : "";
  const isFailed = message.status === "failed";
  const uri = `${accountUri(context)}/Messages/${message.id}`;
  return {
    account_sid: accountSid("AC", context),
    api_version: "2010-04-01",
    body: message.text,
    date_created: rfc2822(message.sentAt),
    date_sent: rfc2822(message.sentAt),
    date_updated: rfc2822(message.readAt ?? message.deliveredAt ?? message.failedAt ?? message.sentAt),
    direction: "outbound-api",
    error_code: isFailed ? 30003 : null,
    error_message: isFailed ? "Unreachable destination handset" : null,
    from: `${prefix}+15005550006`,
    messaging_service_sid: null,
    num_media: "0",
    num_segments: String(Math.max(1, Math.ceil(message.text.length / 153))),
    price: null,
    price_unit: "USD",
    sid: message.id,
    status: isFailed ? "undelivered" : message.status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: prefix + message.to,
    uri: `${uri}.json`,
  };
}
