import assert from "node:assert/strict";
import { createSandbox } from "@codespar/sandbox";
import { CodeSpar, type LoopResult, memoryJournal } from "@codespar/sdk";
import { fulfilOrder, type Order } from "./fulfil-order.ts";
import { startListener } from "./start-listener.ts";

const order: Order = {
  customer: {
    name: "Ana Souza",
    document: "529.982.247-25",
    phone: "+5511987654321",
    street: "Rua Augusta",
    number: "1500",
    postalCode: "20040-002",
  },
  items: [{ description: "Café em grãos, 1 kg", quantity: 2, unit_amount: 6490 }],
  weight_g: 2200,
};

/** A shop whose orders fulfil themselves once they are paid. Returns what the loop did. */
export async function runWebhookListener(print: (line: string) => void): Promise<LoopResult> {
  const sandbox = createSandbox();
  const codespar = new CodeSpar({ apiKey: "csk_test_webhook_listener", transport: sandbox.transport });
  const journal = memoryJournal();
  const orders = new Map<string, Order>();
  const fulfilled: LoopResult[] = [];
  let secret = "";

  const listener = await startListener({
    codespar,
    secret: () => secret,
    async onEvent(event) {
      if (event.type !== "payment.confirmed") return;
      const paymentId = event.data.payment_id;
      const paid = orders.get(paymentId);
      if (paid === undefined) return;
      print(`payment.confirmed ${paymentId}`);
      fulfilled.push(await fulfilOrder(codespar, paymentId, paid, journal));
    },
  });
  try {
    const trigger = await codespar.triggers.create({
      name: "Fulfil paid orders",
      event: "payment.confirmed",
      webhook_url: listener.url,
    });
    secret = trigger.secret;

    const session = await codespar.sessions.create({ preset: "ecommerce" });
    const payment = await session.execute({
      name: "codespar_pay",
      arguments: { method: "pix", amount: 12_980, currency: "BRL", reference: "order-1" },
    });
    assert.ok(payment.success);
    orders.set(payment.data.payment_id, order);
    print(`Pix of R$ 129,80 made: ${payment.data.payment_id}`);

    // the customer pays; live, this is where you wait
    await sandbox.payments.confirm(payment.data.payment_id);
    await sandbox.clock.advance("1s");

    const [result] = fulfilled;
    assert.ok(result, "the webhook did not arrive");
    for (const step of result.steps) print(`  ${step.id}: ${step.status}`);
    assert.equal(result.status, "completed");

    // the same webhook once more: nothing is issued, bought or sent twice
    const before = sandbox.calls.filter(({ effect }) => effect).length;
    const again = await fulfilOrder(codespar, payment.data.payment_id, order, journal);
    assert.equal(again.status, "completed");
    assert.equal(sandbox.calls.filter(({ effect }) => effect).length, before);
    return result;
  } finally {
    await listener.close();
    await sandbox.close();
  }
}
