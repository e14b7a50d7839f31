import { type CodeSpar, dataOf, type LoopJournal } from "@codespar/sdk";

/** What the shop knows of an order when the customer goes to pay. */
export interface Order {
  customer: {
    name: string;
    document: string;
    phone: string;
    street: string;
    number: string;
    postalCode: string;
  };
  items: { description: string; quantity: number; unit_amount: number }[];
  weight_g: number;
}

/**
 * Everything that follows a payment, in order. The payment's id names the loop, so a webhook that arrives twice, or a
 * process that dies half way and starts again, issues one invoice and buys one label.
 */
export async function fulfilOrder(codespar: CodeSpar, paymentId: string, order: Order, journal: LoopJournal) {
  await using session = await codespar.sessions.create({
    preset: "ecommerce",
    metadata: { payment_id: paymentId },
  });
  const { customer, items } = order;
  const parcel = {
    origin: { postal_code: "01310-100" },
    destination: { postal_code: customer.postalCode },
    packages: [{ weight_g: order.weight_g, length_cm: 20, width_cm: 15, height_cm: 10 }],
  };
  // awaited here: the session closes when this function ends
  return await session.loop({
    id: `fulfil-${paymentId}`,
    journal,
    retryPolicy: { maxRetries: 3 },
    steps: [
      {
        id: "invoice",
        name: "codespar_invoice",
        arguments: {
          type: "nfe",
          customer: {
            name: customer.name,
            document: customer.document,
            address: { postal_code: customer.postalCode, number: customer.number },
          },
          items,
          payment_id: paymentId,
        },
      },
      { id: "quote", name: "codespar_ship", arguments: { action: "quote", ...parcel } },
      {
        id: "label",
        name: "codespar_ship",
        arguments: (previous) => ({
          action: "label",
          ...parcel,
          service_id: dataOf(previous, "quote", "codespar_ship").quotes?.[0]?.service_id ?? "",
          recipient: {
            name: customer.name,
            document: customer.document,
            phone: customer.phone,
            address: `${customer.street}, ${customer.number}`,
          },
        }),
      },
      {
        id: "message",
        name: "codespar_notify",
        arguments: (previous) => ({
          channel: "whatsapp",
          to: customer.phone,
          message: `Pagamento confirmado! Rastreio: ${dataOf(previous, "label", "codespar_ship").tracking_code}. NF-e: ${dataOf(previous, "invoice", "codespar_invoice").pdf_url}`,
        }),
      },
    ],
  });
}
