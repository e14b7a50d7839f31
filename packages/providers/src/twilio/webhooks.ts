import type { Json, JsonObject, MessageStatus } from "@codespar/contract";
import { encodeBase64 } from "@codespar/formats";
import { textAt } from "../json/native-json.ts";
import { hmacSha1, isSameText } from "../webhooks/hmac.ts";
import { messageFacts } from "../webhooks/message-facts.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";

const statuses: Readonly<Record<string, MessageStatus>> = {
  sent: "sent",
  delivered: "delivered",
  read: "read",
};

/** Twilio's status callbacks: a form, signed over the whole address and every field, with the account's own token. */
export const twilioWebhooks: WebhookDefinition = {
  provider: "twilio",
  source: "npm twilio 6.3.1 webhooks validateRequest",
  confidence: "spec",
  secretField: "auth_token",
  trust: "signed",
  async verify({ url, headers, body }, secret) {
    return isSameText(await signForm(url, readForm(body), secret), headers["x-twilio-signature"] ?? "");
  },
  readBody: readForm,
  readSubjects(_webhook, body) {
    const id = textAt(body, "MessageSid");
    const status = textAt(body, "MessageStatus");
    if (id === undefined || status === undefined) return [];
    const stated = body as JsonObject; // it has members
    return [
      {
        key: `${id} ${status}`,
        type: status,
        kind: "message",
        id,
        account: textAt(body, "AccountSid"),
        stated,
      },
    ];
  },
  readBack: {
    async message(id, _calls, stated) {
      const status = statuses[textAt(stated, "MessageStatus") ?? ""];
      const to = textAt(stated, "To");
      if (status === undefined || to === undefined) return [];
      const isWhatsApp = to.startsWith("whatsapp:");
      return messageFacts({
        provider: "twilio",
        id,
        status,
        channel: isWhatsApp ? "whatsapp" : "sms",
        to: to.replace(/^whatsapp:/, ""),
      });
    },
  },
};

/** The signature of a form that is sent to an address: each field by name, name and value, after the address. */
export async function signForm(url: string, fields: JsonObject, secret: string): Promise<string> {
  const text = Object.keys(fields)
    .sort()
    .map((name) => `${name}${String(fields[name])}`)
    .join("");
  return encodeBase64(await hmacSha1(secret, url + text));
}

function readForm(body: string): JsonObject {
  return Object.fromEntries(new URLSearchParams(body)) satisfies Json;
}
