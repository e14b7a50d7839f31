import type { Session, ToolResultOf } from "@codespar/sdk";
import type { order as exampleOrder } from "./order.ts";

type Call =
  | "codespar_discover"
  | "codespar_checkout"
  | "codespar_invoice"
  | "codespar_ship"
  | "codespar_notify";

/** One of the six calls, done. */
export type Step = { [Name in Call]: { name: Name; result: ToolResultOf<Name> } }[Call];

export interface PlaceOrderOptions {
  session: Session;
  order: typeof exampleOrder;
  /** Sends the customer to the page and returns the payment once it is paid: here the test clock, live a webhook. */
  customerPays(checkout: { checkout_id: string; url: string }): Promise<{ payment_id: string }>;
  onStep?(step: Step): void;
}

/** An order from the first question to the last message: six tool calls, as the billing page counts them. */
export async function placeOrder({ session, order, customerPays, onStep = () => {} }: PlaceOrderOptions) {
  const { customer, parcel } = order;
  const items = order.items.map((item) => ({ ...item }));

  const found = await session.execute({
    name: "codespar_discover",
    arguments: { query: "receber pagamento com pix", country: "BR", limit: 3 },
  });
  onStep({ name: "codespar_discover", result: found });

  const checkout = await session.execute({
    name: "codespar_checkout",
    arguments: {
      items: items.map(({ description, quantity, unit_amount }) => ({ description, quantity, unit_amount })),
      currency: "BRL",
      description: order.reference,
      payment_methods: ["pix"],
      customer,
    },
  });
  onStep({ name: "codespar_checkout", result: checkout });

  const payment = await customerPays(getData(checkout));

  const invoice = await session.execute({
    name: "codespar_invoice",
    arguments: {
      type: "nfe",
      // the rest of the address follows from the postal code
      customer: { ...customer, address: { ...parcel.destination, number: order.number } },
      items,
      payment_id: payment.payment_id,
    },
  });
  onStep({ name: "codespar_invoice", result: invoice });

  const shipping = { ...parcel, packages: [...parcel.packages] };
  const quote = await session.execute({
    name: "codespar_ship",
    arguments: { action: "quote", ...shipping },
  });
  onStep({ name: "codespar_ship", result: quote });
  const [cheapest] = getData(quote).quotes;
  if (cheapest === undefined) throw new Error("No carrier delivers there.");

  const label = await session.execute({
    name: "codespar_ship",
    arguments: {
      action: "label",
      ...shipping,
      service_id: cheapest.service_id,
      recipient: { ...customer, address: `${order.street}, ${order.number}` },
    },
  });
  onStep({ name: "codespar_ship", result: label });

  const message = await session.execute({
    name: "codespar_notify",
    arguments: {
      channel: "whatsapp",
      to: customer.phone,
      message: `Olá, Ana! Pagamento confirmado. Seu café sai hoje: ${getData(label).tracking_code}. NF-e: ${getData(invoice).pdf_url}`,
    },
  });
  onStep({ name: "codespar_notify", result: message });

  return {
    checkout: getData(checkout),
    payment,
    invoice: getData(invoice),
    quotes: getData(quote).quotes,
    label: getData(label),
    message: getData(message),
  };
}

type Reply<Data> = { tool: string; provider: string | null } & (
  | { success: true; data: Data }
  | { success: false; error: { message: string } }
);

/** A refusal ends the order here; a shop would offer another way to pay, or ask again. */
function getData<Data>(result: Reply<Data>): Data {
  if (result.success) return result.data;
  throw new Error(`${result.tool} at ${result.provider}: ${result.error.message}`);
}
