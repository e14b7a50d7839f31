import type { Json, JsonObject } from "@codespar/contract";
import { timestamp } from "../platform/time.ts";
import type { Translator } from "../ports/translator.ts";

/** Translators of a few servers as far as the backend's own tests go; the real ones belong to their providers. */
export const testTranslators: readonly Translator[] = [
  ...["whatsapp-cloud", "twilio"].map(
    (server): Translator => ({
      server,
      async notify({ to, message }, native) {
        const sent = await native.effect(`${server}_send`, { to, message: message ?? "" });
        return { message_id: messageId(sent), status: "sent", channel: "whatsapp", to };
      },
    }),
  ),
  {
    server: "asaas",
    async pay({ amount = 0, currency = "BRL", method = "pix" }, native, { now }) {
      // stores the customer first, so that a translation can go wrong before its effect
      const customer = await native.prepare("asaas_create_customer", {});
      const payment = await native.effect("asaas_create_payment", { customer: text(customer, "id"), amount });
      return {
        payment_id: text(payment, "id"),
        status: "pending",
        amount,
        currency,
        method,
        created_at: timestamp(now),
        refunds: [],
      };
    },
  },
  ...["frenet", "loggi"].map(
    (server): Translator => ({
      server,
      async ship(_, native) {
        const { price } = await native.read(`${server}_quote`, {});
        if (typeof price !== "number")
          throw new Error(`The provider responded with the price ${String(price)}.`);
        const quote = {
          carrier: server,
          service: "S",
          currency: "BRL",
          delivery_days: 3,
          delivery_date: "2026-04-20",
        } as const;
        return { quotes: [{ ...quote, service_id: `${server}:1`, amount: price }] };
      },
    }),
  ),
];

function messageId({ messages, sid }: JsonObject): string {
  if (typeof sid === "string") return sid;
  const [first]: readonly Json[] = Array.isArray(messages) ? messages : [];
  return text(
    typeof first === "object" && first !== null && !Array.isArray(first) ? first : {},
    "id",
    "messages.0.id",
  );
}

function text(data: JsonObject, field: string, path = field): string {
  const value = data[field];
  if (typeof value === "string") return value;
  throw new Error(`The provider responded without ${path}.`);
}
