import type { PayInput, PaymentList, PayOutput } from "@codespar/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PaymentsUnderTest } from "./payments-under-test.ts";
import { type Simulation, simulate } from "./simulate.ts";

const AMOUNT = 173_457;
const HOUR = 3_600_000;

/** What must hold of a server's list of payments. */
export function describePaymentList({
  server,
  translator,
  methods,
  customer,
  quirks = {},
}: PaymentsUnderTest): void {
  const [method, currency] = methods[0] ?? ["pix", "BRL"];
  const isCard = method === "credit_card" || method === "debit_card";

  async function make(
    simulation: Simulation,
    count: number,
    referenceOf = (index: number) => `order-${index}`,
  ) {
    const made: PayOutput[] = [];
    for (let index = 0; index < count; index += 1) {
      const reference = referenceOf(index);
      const order: PayInput = { method, currency, amount: AMOUNT + 100 * index, reference, customer };
      made.push(
        await simulation.translate(translator.pay, {
          ...order,
          ...(isCard ? { card_token: "tok_visa" } : {}),
        }),
      );
      simulation.advance(1_000);
    }
    return made;
  }
  const list = (simulation: Simulation, input: PayInput = {}): Promise<PaymentList> =>
    simulation.translate(translator.listPayments, { ...input, action: "list" });
  const ids = (payments: readonly PayOutput[]) => payments.map(({ payment_id }) => payment_id);

  describe(`${server.id} list of payments`, () => {
    it("is empty where nothing was made", async () => {
      expect(await list(simulate(server))).toEqual({ payments: [], next_cursor: null });
    });

    it("has every payment once, newest first, whatever the size of the pages", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 0, max: 12 }),
          fc.integer({ min: 1, max: 5 }),
          async (count, limit) => {
            const simulation = simulate(server);
            const made = await make(simulation, count);
            const found: PayOutput[] = [];
            let cursor: string | undefined;
            for (let pages = 0; pages <= count; pages += 1) {
              const page = await list(simulation, { limit, cursor });
              expect(page.payments.length).toBeLessThanOrEqual(limit);
              found.push(...page.payments);
              if (page.next_cursor === null) break;
              cursor = page.next_cursor;
            }
            expect(ids(found)).toEqual(ids(made).toReversed());
          },
        ),
        { numRuns: 8 },
      );
    });

    it("shows a payment as get does, but for how to pay it", async () => {
      const simulation = simulate(server);
      const [made] = await make(simulation, 1);
      const [listed] = (await list(simulation)).payments;
      expect(listed).toMatchObject({
        payment_id: made?.payment_id,
        status: made?.status,
        method,
        amount: AMOUNT,
        currency,
        reference: "order-0",
        created_at: made?.created_at,
      });
    });

    it("is narrowed down by reference, across pages", async () => {
      const simulation = simulate(server);
      const made = await make(simulation, 9, (index) => (index % 4 === 0 ? "order-x" : `order-${index}`));
      const wanted = ids([made[8], made[4], made[0]].filter((each) => each !== undefined));
      const first = await list(simulation, { reference: "order-x", limit: 2 });
      expect(ids(first.payments)).toEqual(wanted.slice(0, 2));
      const second = await list(simulation, {
        reference: "order-x",
        limit: 2,
        cursor: first.next_cursor ?? "",
      });
      expect([ids(second.payments), second.next_cursor]).toEqual([wanted.slice(2), null]);
      expect((await list(simulation, { reference: "order-none" })).payments).toEqual([]);
    });

    it("is narrowed down by status", async () => {
      const simulation = simulate(server);
      await make(simulation, 1);
      simulation.advance(48 * HOUR);
      const [young] = await make(simulation, 1);
      const paid = await list(simulation, { status: "paid" });
      expect(ids(paid.payments)).toHaveLength(isCard ? 2 : 1);
      const pending = await list(simulation, { status: "pending" });
      expect(ids(pending.payments)).toEqual(isCard ? [] : [young?.payment_id]);
    });

    it("is narrowed down by when a payment was made", async () => {
      const simulation = simulate(server);
      const [early] = await make(simulation, 1);
      simulation.advance(48 * HOUR);
      const [late] = await make(simulation, 1);
      const since = late?.created_at ?? "";
      expect(ids((await list(simulation, { since })).payments)).toEqual([late?.payment_id]);
      const until = new Date(Date.parse(since) - (quirks.datesOnly === true ? HOUR : 0)).toISOString();
      expect(ids((await list(simulation, { until })).payments)).toEqual([early?.payment_id]);
      // a provider that tells dates alone shows the whole day, rather than hide what was made on it
      const justBefore = new Date(simulation.now()).toISOString();
      const found = ids((await list(simulation, { since: justBefore })).payments);
      expect(found).toEqual(quirks.datesOnly === true ? [late?.payment_id] : []);
    });

    it("refuses a cursor that is none", async () => {
      if (server.id === "stripe") return; // whose cursor is any id
      await expect(list(simulate(server), { cursor: "nonsense" })).rejects.toMatchObject({
        code: "invalid_cursor",
      });
    });
  });
}
