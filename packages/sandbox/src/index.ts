export {
  type CheckoutControl,
  type CheckoutView,
  createSandbox,
  type Duration,
  type Fault,
  type Faults,
  type PaymentControl,
  type RecordedCall,
  type Sandbox,
  type SandboxOptions,
} from "@codespar/sandbox-core";
