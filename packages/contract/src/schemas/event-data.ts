import { z } from "zod";
import type { EventData } from "../events/event-data.ts";
import { invoiceTypes } from "../meta-tools/invoice.ts";
import { notifyChannels } from "../meta-tools/notify.ts";
import { paymentMethods, paymentStatuses } from "../meta-tools/pay.ts";
import { currencies } from "../wire/money.ts";
import { amount, openEnum, risks, timestamp } from "./fields.ts";

const payment = {
  payment_id: z.string(),
  status: openEnum(paymentStatuses),
  method: openEnum(paymentMethods),
  amount,
  currency: openEnum(currencies),
  created_at: timestamp,
  reference: z.string().optional(),
};

const paid = {
  paid_at: timestamp.optional(),
  end_to_end_id: z.string().optional(),
  tracking_key: z.string().optional(),
};

const invoice = {
  type: openEnum(invoiceTypes),
  status: openEnum(["processing", "authorized", "rejected", "cancelled"]),
  number: z.int().optional(),
  series: z.string().optional(),
  access_key: z.string().optional(),
  uuid: z.string().optional(),
  protocol: z.string().optional(),
  amount: amount.optional(),
};

const invoiceDone = z.looseObject({ invoice_id: z.string(), ...invoice });

const shipment = z.looseObject({
  shipment_id: z.string(),
  tracking_code: z.string(),
  // a live provider's tracking does not always say these again
  carrier: z.string().optional(),
  service: z.string().optional(),
  status: openEnum([
    "created",
    "posted",
    "in_transit",
    "out_for_delivery",
    "delivered",
    "returned",
    "cancelled",
  ]),
  delivery_date: z.string().optional(),
  occurred_at: timestamp,
  location: z.string().optional(),
});

const message = z.looseObject({
  message_id: z.string(),
  status: openEnum(["queued", "sent", "delivered", "read", "failed"]),
  channel: openEnum(notifyChannels),
  to: z.string(),
  occurred_at: timestamp,
});

const toolCall = z.looseObject({
  tool_call_id: z.string(),
  tool: z.string(),
  provider: z.string().nullable(),
  status: openEnum(["queued", "running", "succeeded", "refused", "failed", "unknown"]),
  amount: amount.nullable(),
  currency: openEnum(currencies).nullable(),
  error: z.looseObject({ code: z.string(), message: z.string() }).nullable(),
});

/** The `data` of each type of event. */
export const eventDataSchemas = {
  "payment.confirmed": z.looseObject({ ...payment, ...paid }),
  "payment.failed": z.looseObject({ ...payment, reason: z.string().optional() }),
  "payment.expired": z.looseObject({ ...payment, expires_at: timestamp.optional() }),
  "payment.refunded": z.looseObject({
    ...payment,
    ...paid,
    refund_id: z.string(),
    refund_amount: amount,
    refunded_amount: amount,
    refunded_at: timestamp,
  }),
  "payment.disputed": z.looseObject({
    ...payment,
    ...paid,
    dispute_id: z.string(),
    disputed_amount: amount,
    disputed_at: timestamp,
    reason: z.string().optional(),
  }),
  "checkout.completed": z.looseObject({
    checkout_id: z.string(),
    status: z.literal("completed"),
    payment_id: z.string(),
    method: openEnum(paymentMethods),
    amount,
    currency: openEnum(currencies),
    completed_at: timestamp.optional(),
  }),
  "invoice.authorized": invoiceDone,
  "invoice.rejected": z.looseObject({
    invoice_id: z.string().optional(),
    ...invoice,
    rejection: z.looseObject({ code: z.string(), message: z.string() }),
  }),
  "invoice.cancelled": invoiceDone,
  "shipment.created": shipment,
  "shipment.in_transit": shipment,
  "shipment.delivered": shipment,
  "message.sent": message,
  "message.delivered": message,
  "message.read": message,
  "message.received": z.looseObject({
    message_id: z.string(),
    in_reply_to: z.string(),
    channel: openEnum(notifyChannels),
    from: z.string(),
    text: z.string(),
    occurred_at: timestamp,
  }),
  "tool_call.completed": toolCall,
  "tool_call.failed": toolCall,
  "approval.requested": z.looseObject({
    approval_id: z.string(),
    tool: z.string(),
    risk: openEnum(risks),
    amount: amount.nullable(),
    currency: openEnum(currencies).nullable(),
    expires_at: timestamp,
  }),
  "quota.warning": z.looseObject({
    quota: z.int(),
    used: z.int(),
    percentage: z.number(),
    resets_at: timestamp,
  }),
  "connection.expired": z.looseObject({
    connection_id: z.string(),
    server_id: z.string(),
    tenant_id: z.string().nullable(),
    reason: openEnum(["not_renewed", "refused"]),
  }),
} satisfies { [Type in keyof EventData]: z.ZodType<EventData[Type]> };
