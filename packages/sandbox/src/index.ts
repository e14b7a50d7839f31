export type { CheckoutControl, CheckoutView } from "./checkout-control.ts";
export { createSandbox, type Sandbox, type SandboxOptions } from "./create-sandbox.ts";
export type { Duration } from "./duration.ts";
export type { Fault, Faults } from "./faults.ts";
export type { PaymentControl } from "./payment-control.ts";
export type { RecordedCall } from "./simulation/simulated-provider.ts";
