import type { InvoiceRejection, InvoiceStatus, InvoiceType } from "../meta-tools/invoice.ts";
import type { MessageStatus, NotifyChannel } from "../meta-tools/notify.ts";
import type { PaymentMethod, PaymentStatus } from "../meta-tools/pay.ts";
import type { ShipmentStatus } from "../meta-tools/ship.ts";
import type { Currency } from "../wire/money.ts";
import type { Risk } from "../wire/risk.ts";
import type { ToolCallStatus } from "../wire/tool-call.ts";

/** A payment, as its events describe it. Amounts are in minor units. */
export interface PaymentEventData {
  payment_id: string;
  status: PaymentStatus;
  method: PaymentMethod;
  amount: number;
  currency: Currency;
  created_at: string;
  /** The caller's own id of the order. */
  reference?: string | undefined;
}

export interface PaymentConfirmedData extends PaymentEventData {
  paid_at?: string | undefined;
  /** Pix. */
  end_to_end_id?: string | undefined;
  /** SPEI: clave de rastreo. */
  tracking_key?: string | undefined;
}

export interface PaymentFailedData extends PaymentEventData {
  /** Why, such as `card_declined`. */
  reason?: string | undefined;
}

export interface PaymentExpiredData extends PaymentEventData {
  expires_at?: string | undefined;
}

export interface PaymentRefundedData extends PaymentEventData {
  refund_id: string;
  /** Of this refund. */
  refund_amount: number;
  /** Of all refunds so far. */
  refunded_amount: number;
  refunded_at: string;
  paid_at?: string | undefined;
  end_to_end_id?: string | undefined;
  tracking_key?: string | undefined;
}

/** The payer's bank or the payer contests a payment. Its `status` stays what it was until somebody has decided. */
export interface PaymentDisputedData extends PaymentEventData {
  dispute_id: string;
  /** Of this dispute. */
  disputed_amount: number;
  disputed_at: string;
  /** Why, in the provider's word, such as `fraudulent`. */
  reason?: string | undefined;
  paid_at?: string | undefined;
  end_to_end_id?: string | undefined;
  tracking_key?: string | undefined;
}

export interface CheckoutCompletedData {
  checkout_id: string;
  status: "completed";
  payment_id: string;
  method: PaymentMethod;
  amount: number;
  currency: Currency;
  completed_at?: string | undefined;
}

/** A fiscal document; SPED has neither number nor series. */
export interface InvoiceEventData {
  invoice_id: string;
  type: InvoiceType;
  status: InvoiceStatus;
  number?: number | undefined;
  series?: string | undefined;
  access_key?: string | undefined;
  /** CFDI: folio fiscal. */
  uuid?: string | undefined;
  protocol?: string | undefined;
  /** Minor units. */
  amount?: number | undefined;
}

/** A CFDI that was rejected has no id: there is no document. */
export interface InvoiceRejectedData extends Omit<InvoiceEventData, "invoice_id"> {
  invoice_id?: string | undefined;
  rejection: InvoiceRejection;
}

export interface ShipmentEventData {
  shipment_id: string;
  tracking_code: string;
  carrier?: string | undefined;
  service?: string | undefined;
  status: ShipmentStatus;
  /** `YYYY-MM-DD`. */
  delivery_date?: string | undefined;
  occurred_at: string;
  location?: string | undefined;
}

export interface MessageEventData {
  message_id: string;
  status: MessageStatus;
  channel: NotifyChannel;
  to: string;
  occurred_at: string;
}

/** What somebody wrote back to a message. */
export interface MessageReceivedData {
  /** The reply's own. */
  message_id: string;
  /** The message that it is a reply to. */
  in_reply_to: string;
  channel: NotifyChannel;
  from: string;
  text: string;
  occurred_at: string;
}

export interface ToolCallEventData {
  tool_call_id: string;
  tool: string;
  provider: string | null;
  status: ToolCallStatus;
  /** Minor units; null when the call moves no money. */
  amount: number | null;
  currency: Currency | null;
  error: { code: string; message: string } | null;
}

/** A call waits for a person. */
export interface ApprovalRequestedData {
  approval_id: string;
  tool: string;
  risk: Risk;
  /** Minor units; null when the call moves no money. */
  amount: number | null;
  currency: Currency | null;
  expires_at: string;
}

export interface QuotaWarningData {
  quota: number;
  used: number;
  percentage: number;
  resets_at: string;
}

/** The provider takes the credentials no longer: connect again. */
export interface ConnectionExpiredData {
  connection_id: string;
  server_id: string;
  tenant_id: string | null;
  /** Its token could not be renewed, or the provider refused it. */
  reason: "not_renewed" | "refused";
}

/** The `data` of each type of event. */
export interface EventData {
  "payment.confirmed": PaymentConfirmedData;
  "payment.failed": PaymentFailedData;
  "payment.expired": PaymentExpiredData;
  "payment.refunded": PaymentRefundedData;
  "payment.disputed": PaymentDisputedData;
  "checkout.completed": CheckoutCompletedData;
  "invoice.authorized": InvoiceEventData;
  "invoice.rejected": InvoiceRejectedData;
  "invoice.cancelled": InvoiceEventData;
  "shipment.created": ShipmentEventData;
  "shipment.in_transit": ShipmentEventData;
  "shipment.delivered": ShipmentEventData;
  "message.sent": MessageEventData;
  "message.delivered": MessageEventData;
  "message.read": MessageEventData;
  "message.received": MessageReceivedData;
  "tool_call.completed": ToolCallEventData;
  "tool_call.failed": ToolCallEventData;
  "approval.requested": ApprovalRequestedData;
  "quota.warning": QuotaWarningData;
  "connection.expired": ConnectionExpiredData;
}
