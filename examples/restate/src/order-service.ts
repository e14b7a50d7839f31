import { type CodeSpar, CodeSparError, dataOf, type LoopStatus, NotFoundError } from "@codespar/sdk";
import { CancelledError, type Context, service, TerminalError } from "@restatedev/restate-sdk";

export interface Order {
  id: string;
  /** In centavos. */
  amount: number;
  customer: { name: string; document: string; street: string; number: string; postalCode: string };
}

export interface OrderServiceOptions {
  codespar: CodeSpar;
  /** How often Restate tries a step before it gives up, and how many milliseconds it waits at first; the wait doubles. */
  retry: { maxRetryAttempts: number; initialRetryInterval: number };
  print(line: string): void;
}

/**
 * Payment, invoice and label as a Restate handler. Restate records how every step ended; wherever the worker dies, another
 * one goes on from there. The order's id names the loop, so a step that was under way is repeated under its own key. When Restate
 * gives up on a step, those before it are undone.
 */
export function orderService({ codespar, retry, print }: OrderServiceOptions) {
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
          runStep: async (name, run) => {
            try {
              return await ctx.run(name, run, retry);
            } catch (error) {
              throw hasGivenUp(error) ? await failed(ctx, order.id, name) : error;
            }
          },
          onStepComplete: ({ id }) => print(`${order.id}: ${id} done`),
          steps: [
            {
              id: "pay",
              name: "codespar_pay",
              arguments: { method: "pix", amount: order.amount, currency: "BRL" },
              compensate: (_result, previous) => ({
                name: "codespar_pay",
                arguments: {
                  action: "cancel",
                  payment_id: dataOf(previous, "pay", "codespar_pay").payment_id,
                },
              }),
            },
            {
              id: "invoice",
              name: "codespar_invoice",
              arguments: (previous) => ({
                type: "nfe",
                customer: {
                  name: customer.name,
                  document: customer.document,
                  address: { postal_code: customer.postalCode, number: customer.number },
                },
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
                recipient: {
                  name: customer.name,
                  document: customer.document,
                  address: `${customer.street}, ${customer.number}`,
                },
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

  /** What the loop is told of a step that Restate has given up on: that it never happened, or that nobody knows. */
  async function failed(ctx: Context, orderId: string, step: string): Promise<CodeSparError> {
    const isFree = await ctx.run(`${step}: outcome`, () => neverHappened(`${orderId}/${step}`));
    return isFree
      ? new CodeSparError({ code: "gave_up", message: `${step} failed too often. Nothing was done.` })
      : new CodeSparError({
          code: "outcome_unknown",
          message: `${step} failed too often, and may have happened. Ask reconcile("${orderId}/${step}").`,
        });
  }

  async function neverHappened(key: string): Promise<boolean> {
    try {
      return (await codespar.toolCalls.reconcile(key)).status === "failed";
    } catch (error) {
      return NotFoundError.isInstance(error);
    }
  }
}

/** A cancelled order is terminal as well, and is no step's failure. */
function hasGivenUp(error: unknown): boolean {
  return error instanceof TerminalError && !(error instanceof CancelledError);
}
