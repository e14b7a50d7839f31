import { type CodeSpar, CodeSparError, dataOf, type LoopStatus, NotFoundError } from "@codespar/sdk";
import { DBOS, Error as DBOSErrors } from "@dbos-inc/dbos-sdk";

export interface Order {
  id: string;
  /** In centavos. */
  amount: number;
  customer: { name: string; document: string; street: string; number: string; postalCode: string };
}

export interface OrderWorkflowOptions {
  codespar: CodeSpar;
  /** How often DBOS tries a step before it gives up, and how many seconds it waits at first; the wait doubles. */
  retry: { maxAttempts: number; intervalSeconds: number };
  print(line: string): void;
}

export type FulfilOrder = (order: Order) => Promise<{ status: LoopStatus }>;

/**
 * Payment, invoice and label as a DBOS workflow, registered under the name `fulfil`. DBOS records in PostgreSQL how every step
 * ended; wherever the worker dies, the next one goes on from there. The order's id names workflow and loop, so a step that was
 * under way is repeated under its own key.
 */
export function orderWorkflow({ codespar, retry, print }: OrderWorkflowOptions): FulfilOrder {
  return DBOS.registerWorkflow(fulfil, { name: "fulfil" });

  async function fulfil(order: Order): Promise<{ status: LoopStatus }> {
    const session = await codespar.sessions.create({ servers: ["asaas", "nuvem-fiscal", "melhor-envio"] });
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
          return await DBOS.runStep(run, { name, retriesAllowed: true, ...retry });
        } catch (error) {
          throw hasGivenUp(error) ? await failed(order.id, name) : error;
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
  }

  /** What the loop is told of a step that DBOS has given up on: that it never happened, or that nobody knows. */
  async function failed(orderId: string, step: string): Promise<CodeSparError> {
    const isFree = await DBOS.runStep(() => neverHappened(`${orderId}/${step}`), {
      name: `${step}: outcome`,
    });
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

/** Whether it is a DBOSMaxStepRetriesError, which a replay finds in the database without its class. */
function hasGivenUp(error: unknown): boolean {
  return error instanceof Error && DBOSErrors.getDBOSErrorCode(error) === 23;
}
