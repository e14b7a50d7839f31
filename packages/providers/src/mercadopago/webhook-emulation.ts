import type { JsonObject } from "@codespar/contract";
import { generateUuid, randomNumberText, unixSeconds } from "@codespar/formats";
import { readChargeChange } from "../emulation/charge-change.ts";
import type { EmulatedEvent, WebhookEmulation } from "../emulation/emulation-definition.ts";
import { textAt } from "../json/read-arguments.ts";
import type { DocumentChange } from "../simulation/document-change.ts";
import type { SimulationContext } from "../simulation/provider-definition.ts";
import { hmacSha256Hex } from "../webhooks/hmac.ts";
import { COLLECTOR, localTime } from "./account.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Mercado Pago's webhooks: no state inside, the id in the query, signed over id, request id and time. */
export const mercadopagoWebhookEmulation: WebhookEmulation = {
  getEvents(change, context) {
    return readSubjects(change).map((subject) => readEvent(subject, context));
  },
  async sign({ url, secret }, { id: eventId, type, body }, { now }) {
    const id = textAt(body, "data.id") ?? "";
    const seconds = unixSeconds(now);
    const requestId = textAt(body, "request_id") ?? eventId;
    const manifest = `id:${id.toLowerCase()};request-id:${requestId};ts:${seconds};`;
    const signature = await hmacSha256Hex(secret, manifest);
    const address = new URL(url);
    address.searchParams.set("data.id", id);
    address.searchParams.set("type", type);
    return {
      url: address.href,
      headers: {
        "content-type": "application/json",
        "x-request-id": requestId,
        "x-signature": `ts=${seconds},v1=${signature}`,
      },
      body: JSON.stringify(body),
    };
  },
  // after 15 minutes, then longer (doc)
  retryDelaysMs: [15 * MINUTE, 30 * MINUTE, 6 * HOUR, 48 * HOUR, 96 * HOUR, 96 * HOUR, 96 * HOUR],
};

interface Subject {
  type: string;
  action: string;
  id: string;
  url?: string | undefined;
}

function readSubjects(change: DocumentChange): Subject[] {
  const charge = readChargeChange(change);
  if (charge !== undefined) {
    const { before, after } = charge;
    const url = textAt(after.native, "notification_url");
    const payment = {
      type: "payment",
      action: before === undefined ? "payment.created" : "payment.updated",
      id: after.id,
      url,
    };
    const { dispute } = after;
    const isAsBefore = before?.dispute !== undefined && before.dispute.outcome === dispute?.outcome;
    if (dispute === undefined || isAsBefore) return [payment];
    const action = before?.dispute === undefined ? "created" : "updated";
    return [payment, { type: "chargebacks", action, id: dispute.id, url }];
  }
  if (change.kind !== "preapproval") return [];
  const action = change.before === undefined ? "created" : "updated";
  return [{ type: "subscription_preapproval", action, id: change.id }];
}

function readEvent({ type, action, id, url }: Subject, context: SimulationContext): EmulatedEvent {
  const number = Number(randomNumberText(context.random, 12));
  const body: JsonObject = {
    action,
    api_version: "v1",
    data: { id },
    date_created: localTime(context.now, "BRL"),
    id: number,
    live_mode: false,
    type,
    user_id: String(COLLECTOR),
  };
  return { id: generateUuid(context.random), type, body, url };
}
