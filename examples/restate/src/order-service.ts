import { type CodeSpar, dataOf, type LoopStatus } from "@codespar/sdk";
import { type Context, service } from "@restatedev/restate-sdk";

export interface Order {
  id: string;
  /** In centavos. */
  amount: number;
  customer: { name: string; document: string; address: string; postalCode: string };
}

export interface OrderServiceOptions {
  codespar: CodeSpar;
  print(line: string): void;
}

/**
 * Payment, invoice and label as a Restate handler. Restate records how every step ended; wherever the worker dies, another
 * one goes on from there. The order's id names the loop, so a step that was under way is repeated under its own key.
 */
export function orderService({ codespar, print }: OrderServiceOptions) {
  return service({
    name: "orders",
    handlers: {
      async fulfil(ctx: Context, order: Order): Promise<{ status: LoopStatus }> {
        const session = await codespar.sessions.create({
          servers: ["asaas", "nuvem-fiscal", "melhor-envio"],
        });
        const { customer } = order;
        const parcel = {
          origin: { postal_code: "01310-100" },
          destination: { postal_code: customer.postalCode },
          packages: [{ weight_g: 1000, length_cm: 20, width_cm: 15, height_cm: 10 }],
        };
        const { status, steps } = await session.loop({
          id: order.id,
          runStep: (name, run) => ctx.run(name, run),
          onStepComplete: ({ id }) => print(`${order.id}: ${id} done`),
          steps: [
            {
              id: "pay",
              name: "codespar_pay",
              arguments: { method: "pix", amount: order.amount, currency: "BRL" },
            },
            {
              id: "invoice",
              name: "codespar_invoice",
              arguments: (previous) => ({
                type: "nfe",
                customer: { name: customer.name, document: customer.document },
                items: [{ description: "Café em grãos, 1 kg", quantity: 1, unit_amount: order.amount }],
                payment_id: dataOf(previous, "pay", "codespar_pay").payment_id,
              }),
            },
            { id: "quote", name: "codespar_ship", arguments: { action: "quote", ...parcel } },
            {
              id: "label",
              name: "codespar_ship",
              arguments: (previous) => ({
                action: "label",
                ...parcel,
                service_id: dataOf(previous, "quote", "codespar_ship").quotes?.[0]?.service_id ?? "",
                recipient: { name: customer.name, document: customer.document, address: customer.address },
              }),
            },
          ],
        });
        for (const { id, error } of steps) {
          if (error !== undefined) print(`${order.id}: ${id} failed: ${String(error)}`);
        }
        return { status };
      },
    },
  });
}
