import type { PayingCustomer, PaymentGateway } from "@codespar/backend";
import type { RandomSource } from "@codespar/formats";
import { TEST_CARDS } from "@codespar/formats";
import { generateStripeId } from "@codespar/providers/simulated";

export interface SimulatedStripeOptions {
  random: RandomSource;
  /** Where the pages are, without a slash at its end. */
  baseUrl(): string;
  /** Where an invoice is available as a PDF. */
  invoicePdf: NonNullable<PaymentGateway["invoicePdf"]>;
}

/** Stripe as far as plans are concerned: customers with a test card, and two pages. Keeps its own state, as Stripe does. */
export interface SimulatedStripe extends PaymentGateway {
  /** Makes a customer who pays with a test card, or gives this one another card. Undefined for an unknown number. */
  saveCustomer(cardNumber: string, customerId?: string | null): PayingCustomer | undefined;
  /** Whether the card behind a number is one that pays. */
  isApproved(cardNumber: string): boolean;
}

/** The card that pays. */
export const goodCard = "4242424242424242";

export function simulatedStripe({ random, baseUrl, invoicePdf }: SimulatedStripeOptions): SimulatedStripe {
  const cards = new Map<string, string>();
  const paid = new Set<string>();
  const isApproved = (number: string) => getCard(number)?.outcome === "approved";

  return {
    openCheckout: async ({ token }) => `${baseUrl()}/billing/checkout/${token}`,
    openPortal: async ({ token }) => `${baseUrl()}/billing/portal/${token}`,
    async charge({ customerId, invoiceId }) {
      if (paid.has(invoiceId)) return "paid";
      // a customer of an earlier process has the card that they paid with
      if (customerId === null || !isApproved(cards.get(customerId) ?? goodCard)) return "declined";
      paid.add(invoiceId);
      return "paid";
    },
    isApproved,
    invoicePdf,
    saveCustomer(number, known = null) {
      const card = getCard(number);
      if (card === undefined) return undefined;
      const customerId = known ?? generateStripeId(random, "cus");
      cards.set(customerId, number);
      return {
        customerId,
        paymentMethod: { last4: number.slice(-4), brand: card.brand, expMonth: 12, expYear: 2027 },
      };
    },
  };
}

function getCard(number: string) {
  return TEST_CARDS.find((card) => card.number === number);
}
