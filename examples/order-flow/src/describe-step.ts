import { formatAmount } from "./format.ts";
import type { Step } from "./place-order.ts";

export interface StepDescription {
  title: string;
  /** As people write it. */
  amount?: string | undefined;
  facts: Readonly<Record<string, string | undefined>>;
}

/** What of a step is worth a look. */
export function describeStep(step: Step): StepDescription {
  if (!step.result.success) return { title: "Refused", facts: { why: step.result.error.message } };
  switch (step.name) {
    case "codespar_discover": {
      const { matches } = step.result.data;
      return {
        title: "Find payment tools",
        facts: { tools: matches.map(({ name, server }) => `${name} (${server})`).join(", ") },
      };
    }
    case "codespar_checkout": {
      const { checkout_id, url, amount, currency } = step.result.data;
      return {
        title: "Create payment link",
        amount: formatAmount(amount, currency),
        facts: { checkout: checkout_id, page: url },
      };
    }
    case "codespar_invoice": {
      const { invoice_id, number, series, access_key, protocol, amount, status, pdf_url } = step.result.data;
      return {
        title: `Issue NF-e: ${status}`,
        amount: amount === undefined ? undefined : formatAmount(amount, "BRL"),
        facts: {
          invoice: invoice_id,
          number: `${number}, series ${series}`,
          key: access_key,
          protocol,
          danfe: pdf_url,
        },
      };
    }
    case "codespar_ship":
      return describeShipping(step.result.data);
    case "codespar_notify": {
      const { message_id, status, to } = step.result.data;
      return { title: `Send WhatsApp: ${status}`, facts: { message: message_id, to } };
    }
    default:
      return step satisfies never;
  }
}

type Shipping = Extract<Extract<Step, { name: "codespar_ship" }>["result"], { success: true }>["data"];

function describeShipping(shipping: Shipping): StepDescription {
  const { quotes, shipment_id, tracking_code, label_url, carrier, amount, currency = "BRL" } = shipping;
  if (quotes !== undefined) {
    const offers = quotes.map(
      (quote) =>
        `${quote.carrier} ${quote.service} ${formatAmount(quote.amount, quote.currency)}, ${quote.delivery_days} d`,
    );
    return { title: "Get shipping quotes", facts: { quotes: offers.join(" | ") } };
  }
  return {
    title: "Create shipping label",
    amount: amount === undefined ? undefined : formatAmount(amount, currency),
    facts: { shipment: shipment_id, tracking: tracking_code, carrier, label: label_url },
  };
}
