import { upgradeUrl } from "@codespar/contract";
import type { PaymentGateway } from "../../ports/payment-gateway.ts";

/** For a backend that takes no money itself: people go to the dashboard, and invoices stay open. */
export const noPaymentGateway: PaymentGateway = {
  openCheckout: async () => upgradeUrl,
  openPortal: async () => upgradeUrl,
  charge: async () => "declined",
};
