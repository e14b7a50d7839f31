export { checkArguments } from "./emulation/check-arguments.ts";
export type {
  EmulatedEvent,
  EmulatedRequest,
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  IdempotencyEmulation,
  WebhookEndpoint,
} from "./emulation/emulation-definition.ts";
export { listWebhookEndpoints, putWebhookEndpoint } from "./emulation/webhook-endpoints.ts";
export { emulations } from "./emulators/emulations.ts";
export type { CfdiDocument, CfdiItem, CfdiPayment } from "./engines/invoices/cfdi-document.ts";
export { cfdiVerification } from "./engines/invoices/cfdi-verification.ts";
export type { FiscalAddress, FiscalDocument, FiscalEvent } from "./engines/invoices/fiscal-document.ts";
export type { SpedFile } from "./engines/invoices/sped-file.ts";
export { type Message, messageKind } from "./engines/messaging/message.ts";
export { readMessage, replyToMessage } from "./engines/messaging/send-message.ts";
export { type DeclineReason, declineMessage } from "./engines/payments/card-tokens.ts";
export {
  closeDispute,
  confirmCharge,
  disputeCharge,
  expireCharge,
  refundCharge,
  rejectCharge,
} from "./engines/payments/change-charge.ts";
export { CHARGE_KIND, type Charge, pixCode } from "./engines/payments/charge.ts";
export {
  CHECKOUT_KIND,
  type Checkout,
  type CheckoutChoice,
  chooseMethod,
  dropChoice,
} from "./engines/payments/checkout.ts";
export { generateStripeId } from "./engines/payments/stripe-id.ts";
export { publicTrackingCode, type Shipment, shipmentKind } from "./engines/shipping/shipment.ts";
export { simulations } from "./generated/simulations.ts";
export { objectsAt, textAt, valueAt } from "./json/native-json.ts";
export type { DocumentChange } from "./simulation/document-change.ts";
export { type Fault, FaultControl, type Faults } from "./simulation/faults-and-magic.ts";
export { MemoryState } from "./simulation/memory-state.ts";
export type { Merchant } from "./simulation/merchant.ts";
export { Refusal, type SimulationContext } from "./simulation/provider-definition.ts";
export { type RecordedCall, type SimulatedProvider, simulatedProvider } from "./simulation/run-provider.ts";
export type {
  DocumentKey,
  DueWork,
  RecordedOperation,
  SimulationState,
} from "./simulation/simulation-state.ts";
export { testCertificate } from "./simulation/test-certificate.ts";
export { testIssuers } from "./simulation/test-issuers.ts";
export { fromHttp } from "./wire/from-http.ts";
export type { WireRequest, WireTable } from "./wire/wire-entry.ts";
export { layoutElement } from "./xml/layout-xml.ts";
export { type SigningCertificate, signXml } from "./xml/sign-xml.ts";
export { field, writeXml, type XmlElement } from "./xml/write-xml.ts";
