import type { GatewayCharge, PayingCustomer, PaymentGateway } from "../ports/payment-gateway.ts";

export interface TestGateway extends PaymentGateway {
  /** Of the page that was opened last. */
  lastToken(): string;
  readonly charges: GatewayCharge[];
  /** What the next charges come to. */
  outcome: "paid" | "declined";
}

export const testCustomer: PayingCustomer = {
  customerId: "cus_abc123",
  paymentMethod: { last4: "4242", brand: "visa", expMonth: 12, expYear: 2027 },
};

/** A gateway that remembers what it was asked for. Its pages are where the documentation has them. */
export function testGateway(): TestGateway {
  let last = "";
  const gateway: TestGateway = {
    charges: [],
    outcome: "paid",
    lastToken: () => last,
    async openCheckout({ token }) {
      last = token;
      return `https://checkout.stripe.com/c/${token}`;
    },
    async openPortal({ token }) {
      last = token;
      return `https://billing.stripe.com/p/session/${token}`;
    },
    async charge(charge) {
      gateway.charges.push(charge);
      return gateway.outcome;
    },
  };
  return gateway;
}
