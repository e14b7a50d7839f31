import type {
  CheckoutList,
  CheckoutOutput,
  ErrorCode,
  InvoiceOutput,
  NotifyOutput,
  PaymentList,
  PayOutput,
  ServerId,
  ShipCancelOutput,
  ShipLabelOutput,
  ShipTrackOutput,
  WebhookEvent,
} from "@codespar/contract";
import { expectTypeOf, it } from "vitest";
import type { CodeSpar } from "./client.ts";
import type { QuotaExceededError } from "./errors/api-errors.ts";
import type { CodeSparErrorCode } from "./errors/error-codes.ts";
import type { Session } from "./sessions/session.ts";
import type { ToolCallEvent } from "./stream/tool-call-event.ts";
import { unwrapWebhook } from "./webhooks/unwrap-webhook.ts";

const ship = {
  origin: { postal_code: "01310-100" },
  destination: { postal_code: "20040-020" },
  packages: [],
};
const goods = {
  currency: "BRL",
  items: [{ description: "Coffee", quantity: 1, unit_amount: 1250 }],
} as const;

// Never called: the compiler is the test.
export async function byAction({ execute }: Session) {
  const made = await execute({ name: "codespar_checkout", arguments: goods });
  if (made.success) expectTypeOf(made.data).toEqualTypeOf<CheckoutOutput>();
  const checkouts = await execute({ name: "codespar_checkout", arguments: { action: "list" } });
  if (checkouts.success) expectTypeOf(checkouts.data).toEqualTypeOf<CheckoutList>();
  const payments = await execute({ name: "codespar_pay", arguments: { action: "list" } });
  if (payments.success) expectTypeOf(payments.data).toEqualTypeOf<PaymentList>();
  const refund = await execute({
    name: "codespar_pay",
    arguments: { action: "refund", payment_id: "pay_1", amount: 100 },
  });
  if (refund.success) expectTypeOf(refund.data).toEqualTypeOf<PayOutput>();
  const label = await execute({
    name: "codespar_ship",
    arguments: { action: "label", ...ship, service_id: "svc_1" },
  });
  if (label.success) expectTypeOf(label.data).toEqualTypeOf<ShipLabelOutput>();
  const tracked = await execute({
    name: "codespar_ship",
    arguments: { action: "track", tracking_code: "AA123456785BR" },
  });
  if (tracked.success) expectTypeOf(tracked.data).toEqualTypeOf<ShipTrackOutput>();
  const cancelled = await execute({
    name: "codespar_ship",
    arguments: { action: "cancel", shipment_id: "shp_1" },
  });
  if (cancelled.success) expectTypeOf(cancelled.data).toEqualTypeOf<ShipCancelOutput>();
  const sent = await execute({
    name: "codespar_notify",
    arguments: { channel: "sms", to: "+5511987654321", message: "Oi" },
  });
  if (sent.success) expectTypeOf(sent.data).toEqualTypeOf<NotifyOutput>();
}

export async function byMethodAndType({ execute }: Session, method: "pix" | "boleto") {
  const amount = { amount: 5000, currency: "BRL" } as const;
  const either = await execute({ name: "codespar_pay", arguments: { method, ...amount } });
  if (either.success && either.data.method === "boleto") {
    expectTypeOf(either.data.boleto.digitable_line).toEqualTypeOf<string>();
    // @ts-expect-error a boleto has no SPEI
    either.data.spei.clabe;
  }
  const cfdi = await execute({
    name: "codespar_invoice",
    arguments: { type: "cfdi", customer: { name: "Ana" }, items: [], use: "G03" },
  });
  if (cfdi.success) expectTypeOf(cfdi.data).toExtend<InvoiceOutput & { type: "cfdi" }>();
  const invoice = { type: "nfe", customer: { name: "Ana" }, items: [] } as const;
  // @ts-expect-error the use of a CFDI is none of an NF-e
  execute({ name: "codespar_invoice", arguments: { ...invoice, use: "G03" } });
}

export function byServer({ sessions }: CodeSpar) {
  // those of the catalogue are completed, one of your own is allowed
  sessions.create({ servers: ["asaas", "a-shop-of-ones-own"] });
  const known: ServerId = "mercadopago";
  // @ts-expect-error a server that the catalogue has not
  const misspelled: ServerId = "mercado-pagoo";
  return [known, misspelled];
}

export function byErrorCode(error: QuotaExceededError, code: ErrorCode) {
  expectTypeOf<ErrorCode>().toExtend<CodeSparErrorCode>();
  expectTypeOf(error.upgrade_url).toBeString();
  switch (code) {
    case "quota_exceeded":
      return true;
    // @ts-expect-error a code that no response has
    case "quota_exeeded":
      return false;
    default:
      return undefined;
  }
}

export async function byEventType(event: ToolCallEvent<PayOutput>, request: Request) {
  if (event.type === "tool_call.completed" && event.data.result.success) {
    expectTypeOf(event.data.result.data.amount).toBeNumber();
  }
  // @ts-expect-error only the last event has a result
  if (event.type === "tool_call.started") event.data.result;
  const webhook = await unwrapWebhook(request, "whsec_x");
  expectTypeOf(webhook).toEqualTypeOf<WebhookEvent>();
  if (webhook.type === "shipment.delivered") expectTypeOf(webhook.data.tracking_code).toBeString();
  // @ts-expect-error a shipment has no amount
  if (webhook.type === "shipment.delivered") webhook.data.amount;
}

it("tells arguments, results, servers, codes and events apart by what names them", () => {
  for (const one of [byAction, byMethodAndType, byServer, byErrorCode, byEventType]) {
    expectTypeOf(one).toBeFunction();
  }
});
