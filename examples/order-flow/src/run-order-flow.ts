import assert from "node:assert/strict";
import type { World } from "./open-world.ts";
import { order, servers } from "./order.ts";
import { placeOrder } from "./place-order.ts";
import { createTimeline } from "./timeline.ts";

/** Places the order in a world, writes the timeline, and checks that all of it happened. */
export async function runOrderFlow({ codespar, sandbox }: World, write: (line: string) => void) {
  const timeline = createTimeline(write);
  await using session = await codespar.sessions.create({
    servers,
    metadata: { order: order.reference },
  });

  const placed = await placeOrder({
    session,
    order,
    onStep: timeline.step,
    async customerPays({ checkout_id }) {
      const page = await sandbox.checkouts.open(checkout_id);
      assert.ok(page.pix, "the page shows a Pix");
      timeline.happening(sandbox.clock.now(), "Customer chooses Pix", {
        payment: page.payment_id,
        txid: page.pix.txid,
      });
      timeline.pix({ ...page.pix, amount: page.amount, currency: page.currency });
      await sandbox.clock.advance("30s");
      const confirmed = sandbox.events
        .filter((event) => event.type === "payment.confirmed")
        .find(({ data }) => data.payment_id === page.payment_id);
      assert.ok(confirmed, "the Pix is paid");
      timeline.happening(confirmed.created_at, "Pix paid", {
        event: confirmed.type,
        endToEnd: String(confirmed.data.end_to_end_id),
      });
      return { payment_id: page.payment_id };
    },
  });

  const usage = await codespar.usage.get();
  assert.equal(usage.used, 6);
  assert.deepEqual(usage.breakdown, {
    codespar_discover: 1,
    codespar_checkout: 1,
    codespar_invoice: 1,
    codespar_ship: 2,
    codespar_notify: 1,
  });
  assert.equal(placed.checkout.amount, 12980);
  assert.equal(placed.invoice.status, "authorized");
  assert.equal(placed.invoice.amount, placed.checkout.amount, "the invoice is for what was paid");
  assert.match(placed.invoice.access_key ?? "", /^\d{44}$/);
  assert.ok(placed.label.tracking_code, "the parcel can be tracked");
  assert.equal(placed.label.amount, placed.quotes[0]?.amount, "the label costs what was quoted");
  assert.equal(placed.message.to, order.customer.phone);

  return { placed, usage };
}
