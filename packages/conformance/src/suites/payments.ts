import type { CheckoutList, CheckoutStatus, PaymentList, PaymentStatus } from "@codespar/contract";
import { expect } from "vitest";
import { pay, pix, refuse, succeed } from "../calls.ts";
import { verifies } from "../conformance-case.ts";
import type { World } from "../world.ts";

const heldCard = {
  method: "credit_card",
  amount: 10_000,
  currency: "BRL",
  card_token: "tok_visa",
  capture: "manual",
} as const;

const page = {
  amount: 9990,
  currency: "BRL",
  description: "Camiseta",
  reference: "order-1",
  metadata: { loja: "centro" },
} as const;

interface ListFilters {
  reference?: string;
  status?: PaymentStatus;
  since?: string;
  until?: string;
  limit?: number;
  cursor?: string;
}

async function read(world: World, preset: string, payment_id: string) {
  return pay(await world.session(preset), { action: "get", payment_id });
}

/** A method that is paid by somebody else, later. */
function paidLater(method: string, currency: string, preset: string, detail: string, amount: number) {
  return verifies(
    // the four that are called with this have a requirement of their own name
    `pay.${method}` as "pay.spei" | "pay.oxxo" | "pay.pse" | "pay.webpay",
    `a payment by ${method} is made, and paid as time passes`,
    async (world) => {
      const session = await world.session(preset);
      const made = await pay(session, {
        method,
        amount,
        currency,
        customer: { name: "Ana Souza", email: "ana@example.com" },
      });
      expect(made).toMatchObject({
        status: "pending",
        method,
        amount,
        currency,
        refunds: [],
        [detail]: expect.any(Object),
      });
      expect(made.paid_at).toBeUndefined();
      await world.sandbox.clock.advance("3h");
      const paid = await read(world, preset, made.payment_id);
      expect(paid).toMatchObject({ payment_id: made.payment_id, status: "paid", method, amount, currency });
      expect(Date.parse(paid.paid_at ?? "")).toBeGreaterThan(Date.parse(paid.created_at));
    },
  );
}

export const paymentCases = [
  verifies(["pay.pix", "pay.get"], "a Pix is made, and paid as time passes", async (world) => {
    const session = await world.session();
    const made = await pay(session, pix.arguments);
    expect(made).toMatchObject({
      status: "pending",
      pix: { qr_code: expect.stringMatching(/^000201/), txid: expect.any(String) },
    });
    expect(Date.parse(made.expires_at ?? "")).toBeGreaterThan(Date.parse(made.created_at));
    await world.sandbox.clock.advance("1m");
    const paid = await read(world, "brazilian", made.payment_id);
    expect(paid).toMatchObject({
      status: "paid",
      pix: { txid: made.pix?.txid, end_to_end_id: expect.stringMatching(/^E/) },
    });
    expect(paid.created_at).toBe(made.created_at);
  }),
  verifies("pay.boleto", "a boleto is made, and paid the next day", async (world) => {
    const session = await world.session();
    const made = await pay(session, {
      method: "boleto",
      amount: 15_990,
      currency: "BRL",
      due_date: "2026-12-10",
      customer: { name: "Ana", document: "11144477735" },
    });
    expect(made).toMatchObject({
      status: "pending",
      boleto: { due_date: "2026-12-10", pdf_url: expect.stringMatching(/^https?:/) },
    });
    await world.sandbox.clock.advance("25h");
    expect((await read(world, "brazilian", made.payment_id)).status).toBe("paid");
  }),
  verifies("pay.credit_card", "a card is charged at once, in parcels", async (world) => {
    const session = await world.codespar.sessions.create({ servers: ["stripe"] });
    const made = await pay(session, {
      method: "credit_card",
      amount: 10_000,
      currency: "BRL",
      installments: 3,
      card_token: "tok_visa",
    });
    expect(made).toMatchObject({ status: "paid", card: { brand: "visa", last4: "4242" } });
    const parcels = made.card?.installments.map(({ amount }) => amount) ?? [];
    expect([parcels.length, parcels.reduce((sum, amount) => sum + amount, 0)]).toEqual([3, 10_000]);
    expect(Math.max(...parcels)).toBe(parcels[0]);
  }),
  verifies("pay.debit_card", "a debit card is charged at once", async (world) => {
    const session = await world.codespar.sessions.create({ servers: ["mercadopago"] });
    const made = await pay(session, {
      method: "debit_card",
      amount: 10_000,
      currency: "ARS",
      card_token: "tok_mastercard_debit",
    });
    expect(made).toMatchObject({
      status: "paid",
      method: "debit_card",
      card: { brand: "mastercard", last4: "3222" },
    });
  }),
  paidLater("spei", "MXN", "mexican", "spei", 50_000),
  paidLater("oxxo", "MXN", "mexican", "oxxo", 50_000),
  paidLater("pse", "COP", "colombian", "pse", 5_000_000),
  paidLater("webpay", "CLP", "chilean", "webpay", 19_990),
  verifies("pay.wallet", "a wallet pays as time passes", async (world) => {
    const session = await world.session("argentinian");
    const made = await pay(session, { method: "wallet", amount: 100_000, currency: "ARS" });
    expect(made.status).toBe("pending");
    await world.sandbox.clock.advance("2m");
    expect((await read(world, "argentinian", made.payment_id)).status).toBe("paid");
  }),
  verifies("pay.refund", "a payment is given back in parts", async (world) => {
    const session = await world.session();
    const { payment_id } = await pay(session, pix.arguments);
    await world.sandbox.clock.advance("1m");
    const part = await pay(session, { action: "refund", payment_id, amount: 2000 });
    expect(part).toMatchObject({ status: "partially_refunded", refunds: [{ amount: 2000 }] });
    const over = await session.execute({
      name: "codespar_pay",
      arguments: { action: "refund", payment_id, amount: 3001 },
    });
    expect(refuse(over).code).toBe("refund_exceeds_amount");
    const rest = await pay(session, { action: "refund", payment_id });
    expect(rest).toMatchObject({ status: "refunded" });
    expect(rest.refunds.map(({ amount }) => amount).sort()).toEqual([2000, 3000]);
    expect(new Set(rest.refunds.map(({ refund_id }) => refund_id)).size).toBe(2);
  }),
  verifies("pay.cancel", "a cancelled payment is not paid", async (world) => {
    const session = await world.session();
    const { payment_id } = await pay(session, pix.arguments);
    expect((await pay(session, { action: "cancel", payment_id })).status).toBe("cancelled");
    await world.sandbox.clock.advance("2m");
    expect((await read(world, "brazilian", payment_id)).status).toBe("cancelled");
    const again = await session.execute({
      name: "codespar_pay",
      arguments: { action: "cancel", payment_id },
    });
    expect(refuse(again).code).toBe("payment_not_pending");
  }),
  verifies("pay.expire", "a payment that nobody makes expires", async (world) => {
    const session = await world.session();
    const { payment_id, expires_at } = await pay(session, {
      ...pix.arguments,
      reference: "sandbox:never_pays",
    });
    await world.sandbox.clock.advance("2h");
    const expired = await read(world, "brazilian", payment_id);
    expect(expired.status).toBe("expired");
    expect(expired.expires_at).toBe(expires_at);
    const paid = await session
      .execute({ name: "codespar_pay", arguments: { action: "refund", payment_id } })
      .catch(async () =>
        (await world.session()).execute({
          name: "codespar_pay",
          arguments: { action: "refund", payment_id },
        }),
      );
    expect(refuse(paid).code).toBe("payment_not_paid");
  }),
  verifies("checkout.page", "a page is made, and completes when it is paid", async (world) => {
    const session = await world.session();
    const arguments_ = {
      amount: 9990,
      currency: "BRL",
      description: "Camiseta",
      success_url: "https://loja.example/obrigado",
      expires_in: 3600,
    } as const;
    const made = succeed(await session.execute({ name: "codespar_checkout", arguments: arguments_ }));
    expect(made).toMatchObject({
      amount: 9990,
      currency: "BRL",
      status: "open",
      url: expect.stringMatching(/^https?:/),
    });
    expect(made.payment_methods).toContain("pix");
    expect(Date.parse(made.expires_at)).toBe(Date.parse("2026-11-21T13:00:00Z"));
    await world.sandbox.clock.advance("5m");
    expect(world.sandbox.events.map(({ type }) => type)).toContain("checkout.completed");
  }),
  verifies("checkout.items", "a page asks for the sum of its items", async (world) => {
    const items = [
      { description: "Camiseta", quantity: 2, unit_amount: 4995 },
      { description: "Frete", quantity: 1, unit_amount: 1510 },
    ];
    const session = await world.codespar.sessions.create({ servers: ["stripe"] });
    const made = succeed(
      await session.execute({ name: "codespar_checkout", arguments: { items, currency: "BRL" } }),
    );
    expect(made.amount).toBe(11_500);
  }),
  verifies("pay.authorize", "a card is only authorised, and released", async (world) => {
    const session = await world.codespar.sessions.create({ servers: ["stripe"] });
    const held = await pay(session, heldCard);
    expect(held).toMatchObject({ status: "authorized", amount: 10_000, refunds: [] });
    expect(held.paid_at).toBeUndefined();
    const { payment_id } = held;
    expect(await pay(session, { action: "cancel", payment_id })).toMatchObject({ status: "cancelled" });
    const gone = await session.execute({
      name: "codespar_pay",
      arguments: { action: "capture", payment_id },
    });
    expect(refuse(gone).code).toBe("payment_not_authorized");
    const forgotten = await pay(session, heldCard);
    await world.sandbox.clock.advance("8d");
    const again = await world.codespar.sessions.create({ servers: ["stripe"] });
    const late = await again.execute({
      name: "codespar_pay",
      arguments: { action: "capture", payment_id: forgotten.payment_id },
    });
    expect(refuse(late).code).toBe("payment_not_authorized");
    expect(await pay(again, { action: "get", payment_id: forgotten.payment_id })).toMatchObject({
      status: "expired",
    });
    expect(world.sandbox.events.map(({ type }) => type)).not.toContain("payment.confirmed");
  }),
  verifies("pay.capture", "what is held is captured in part, once, under its own key", async (world) => {
    const session = await world.codespar.sessions.create({ servers: ["stripe"] });
    const { payment_id } = await pay(session, heldCard);
    const capture = {
      name: "codespar_pay",
      arguments: { action: "capture", payment_id, amount: 6_000 },
    } as const;
    const captured = await session.execute(capture, { idempotencyKey: "capture-1" });
    expect(succeed(captured)).toMatchObject({
      payment_id,
      status: "paid",
      amount: 6_000,
      authorized_amount: 10_000,
    });
    const repeated = await session.execute(capture, { idempotencyKey: "capture-1" });
    expect([repeated.replayed, repeated.data]).toEqual([true, captured.data]);
    expect(refuse(await session.execute(capture)).code).toBe("payment_not_authorized");
    const over = await session.execute({
      name: "codespar_pay",
      arguments: { action: "refund", payment_id, amount: 6_001 },
    });
    expect(refuse(over).code).toBe("refund_exceeds_amount");
    expect(await pay(session, { action: "refund", payment_id })).toMatchObject({
      status: "refunded",
      refunds: [{ amount: 6_000 }],
    });
    const told = world.sandbox.events.filter(({ type }) => type.startsWith("payment."));
    expect(told.map(({ type, data }) => [type, Object(data).amount])).toEqual([
      ["payment.confirmed", 6_000],
      ["payment.refunded", 6_000],
    ]);
  }),
  verifies("pay.list", "payments are listed, filtered and paged", async (world) => {
    const session = await world.codespar.sessions.create({ servers: ["asaas"] });
    const made: string[] = [];
    for (const reference of ["order-1", "order-2", "order-1"]) {
      made.unshift((await pay(session, { ...pix.arguments, reference })).payment_id);
      await world.sandbox.clock.advance("1s");
    }
    const list = async (more: ListFilters) =>
      succeed(await session.execute({ name: "codespar_pay", arguments: { action: "list", ...more } }));
    const getIds = ({ payments }: PaymentList) => payments.map(({ payment_id }) => payment_id);
    const first = await list({ limit: 2 });
    expect(getIds(first)).toEqual(made.slice(0, 2));
    const rest = await list({ limit: 2, cursor: first.next_cursor ?? "" });
    expect([getIds(rest), rest.next_cursor]).toEqual([made.slice(2), null]);
    expect(getIds(await list({ reference: "order-1" }))).toEqual([made[0], made[2]]);
    expect((await list({ reference: "order-1" })).payments[0]).toMatchObject({ reference: "order-1" });
    await world.sandbox.payments.confirm(made[1] ?? "");
    expect(getIds(await list({ status: "paid" }))).toEqual([made[1]]);
    expect(getIds(await list({ until: "2026-11-21T02:00:00Z" }))).toEqual([]);
    const wrong = session.execute({
      name: "codespar_pay",
      arguments: { action: "list", cursor: "stripe:pi_1" },
    });
    await expect(wrong).rejects.toMatchObject({
      code: "invalid_arguments",
      issues: [{ path: "arguments.cursor" }],
    });
  }),
  verifies("pay.list_own", "a list is one server's, and one tenant's", async (world) => {
    const list = { name: "codespar_pay", arguments: { action: "list" } } as const;
    const many = await world.codespar.sessions.create({ servers: ["asaas", "stripe"] });
    await expect(many.execute(list)).rejects.toMatchObject({
      code: "invalid_arguments",
      issues: [{ path: "arguments.provider", message: expect.stringContaining("asaas, stripe") }],
    });
    const none = await world.codespar.sessions.create({ servers: ["twilio"] });
    await expect(none.execute(list)).rejects.toMatchObject({
      code: "invalid_arguments",
      suggestions: expect.arrayContaining(["asaas", "stripe"]),
    });
    const getSession = (tenant_id: string) =>
      world.codespar.sessions.create({ servers: ["asaas"], metadata: { tenant_id } });
    const [a, b] = [await getSession("a"), await getSession("b")];
    const { payment_id } = await pay(a, pix.arguments);
    const seen = async (session: typeof a) =>
      succeed(await session.execute(list)).payments.map((payment) => payment.payment_id);
    expect([
      await seen(a),
      await seen(b),
      await seen(await world.codespar.sessions.create({ servers: ["asaas"] })),
    ]).toEqual([[payment_id], [], []]);
  }),
  verifies("checkout.get", "a page is read again, open and completed", async (world) => {
    const session = await world.codespar.sessions.create({ servers: ["stripe"] });
    const made = succeed(await session.execute({ name: "codespar_checkout", arguments: page }));
    const get = async () =>
      succeed(
        await session.execute({
          name: "codespar_checkout",
          arguments: { action: "get", checkout_id: made.checkout_id },
        }),
      );
    expect(await get()).toEqual(made);
    expect(made).toMatchObject({
      reference: "order-1",
      description: "Camiseta",
      metadata: { loja: "centro" },
    });
    await world.sandbox.clock.advance("5m");
    const done = await get();
    expect(done).toMatchObject({ status: "completed", payment_id: expect.any(String), reference: "order-1" });
    const paid = await pay(session, { action: "get", payment_id: done.payment_id });
    expect(paid).toMatchObject({ status: "paid", amount: 9990 });
  }),
  verifies("checkout.list", "pages are listed, filtered and paged", async (world) => {
    const session = await world.codespar.sessions.create({ servers: ["mercadopago"] });
    const made: string[] = [];
    for (const reference of ["order-1", "order-2", "order-3"]) {
      const args = { ...page, reference };
      made.unshift(
        succeed(await session.execute({ name: "codespar_checkout", arguments: args })).checkout_id,
      );
      await world.sandbox.clock.advance("1s");
    }
    const list = async (more: Omit<ListFilters, "status"> & { status?: CheckoutStatus }) =>
      succeed(await session.execute({ name: "codespar_checkout", arguments: { action: "list", ...more } }));
    const getIds = ({ checkouts }: CheckoutList) => checkouts.map(({ checkout_id }) => checkout_id);
    const first = await list({ limit: 2 });
    const rest = await list({ limit: 2, cursor: first.next_cursor ?? "" });
    expect([...getIds(first), ...getIds(rest)]).toEqual(made);
    expect(rest.next_cursor).toBeNull();
    expect(getIds(await list({ reference: "order-2" }))).toEqual([made[1]]);
    await world.sandbox.clock.advance("5m");
    expect([getIds(await list({ status: "open" })), getIds(await list({ status: "completed" }))]).toEqual([
      [],
      made,
    ]);
  }),
];
