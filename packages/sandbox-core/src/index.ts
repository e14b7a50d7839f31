export { systemTimers } from "@codespar/backend";
export type { Fault, Faults, RecordedCall } from "@codespar/providers/simulated";
export type { CheckoutControl, CheckoutView } from "./controls/checkout-control.ts";
export type { Duration } from "./controls/duration.ts";
export type { InspectedCall, InspectedDocument, Inspection } from "./controls/inspection.ts";
export type { MessageControl } from "./controls/message-control.ts";
export { formatFault, parseFault } from "./controls/parse-fault.ts";
export type { PaymentControl } from "./controls/payment-control.ts";
export {
  createSandbox,
  type Sandbox,
  type SandboxOptions,
} from "./create-sandbox/create-sandbox.ts";
export type { KeyIdentity } from "./create-sandbox/key-identity.ts";
export {
  originPrefix,
  type SimulationAccess,
  type SimulationListener,
} from "./create-sandbox/simulation-access.ts";
export {
  type CheckoutPage,
  type InvoicePage,
  PageActionRefused,
  type PageControl,
  type PaymentPage,
  type PlanInvoicePage,
  type SandboxPage,
  type ShipmentPage,
} from "./pages/page-control.ts";
export { encodePng, wrapPng } from "./qr/encode-png.ts";
