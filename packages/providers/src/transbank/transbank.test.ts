import { nativeToolNames } from "@codespar/contract";
import { expect, it } from "vitest";
import { describePayments } from "../testing/describe-payments.ts";
import { type Simulation, simulate } from "../testing/simulate.ts";
import { transbankSimulation } from "./simulate.ts";
import { transbankTranslator } from "./translate.ts";

describePayments({
  server: transbankSimulation,
  translator: transbankTranslator,
  methods: [
    ["webpay", "CLP"],
    ["credit_card", "CLP"],
    ["debit_card", "CLP"],
  ],
});

it("has the tools of the catalogue", () => {
  expect(Object.keys(transbankSimulation.tools)).toEqual(nativeToolNames("transbank"));
});

it("authorises a Webpay payment when it is committed", async () => {
  const simulation = simulate(transbankSimulation);
  const token = await begin(simulation, "order-1");
  const pending = await simulation.call("transbank_get_transaction", { token });
  expect(pending).toMatchObject({ data: { status: "INITIALIZED", amount: 15990, buy_order: "order-1" } });
  expect(pending.ok && pending.data).not.toHaveProperty("authorization_code");
  simulation.advance(5000);
  const committed = await simulation.call("transbank_commit_transaction", { token });
  expect(committed).toMatchObject({
    ok: true,
    data: {
      vci: "TSY",
      status: "AUTHORIZED",
      response_code: 0,
      authorization_code: expect.stringMatching(/^\d{6}$/),
      transaction_date: "2026-11-20T15:00:05.000Z",
      accounting_date: "1120",
    },
  });
  expect(await simulation.call("transbank_commit_transaction", { token })).toEqual(committed);
  simulation.advance(86_400_000);
  expect(simulation.webhooks.map((webhook) => webhook.type)).toEqual(["payment.confirmed"]);
});

it("responds to a commit with what the payer's bank said", async () => {
  const refused = simulate(transbankSimulation);
  const token = await begin(refused, "sandbox:payment_fails");
  expect(await refused.call("transbank_commit_transaction", { token })).toMatchObject({
    ok: true,
    data: { status: "FAILED", response_code: -1 },
  });
  expect(refused.webhooks.map((webhook) => webhook.type)).toEqual(["payment.failed"]);
  const left = simulate(transbankSimulation);
  const unpaid = await begin(left, "sandbox:never_pays");
  expect(await left.call("transbank_commit_transaction", { token: unpaid })).toMatchObject({
    ok: false,
    code: "payment_not_paid",
  });
});

it("sends the payer to the form with the token", async () => {
  const payment = await simulate(transbankSimulation).translate(transbankTranslator.pay, {
    method: "webpay",
    amount: 15990,
    currency: "CLP",
    reference: "pedido 1042",
  });
  expect(payment.webpay?.redirect_url).toMatch(/^https:.*\?token_ws=[0-9a-f]{64}$/);
  expect(payment).toMatchObject({ amount: 15990, expires_at: "2026-11-20T15:10:00Z" });
});

it("keeps two payments of one reference apart", async () => {
  const simulation = simulate(transbankSimulation);
  const order = { method: "credit_card", amount: 10_000, currency: "CLP", reference: "order-1" } as const;
  const first = await simulation.translate(transbankTranslator.pay, { ...order, installments: 3 });
  const second = await simulation.translate(transbankTranslator.pay, order);
  expect(first.card?.installments.map((parcel) => parcel.amount)).toEqual([3334, 3333, 3333]);
  expect(second.payment_id).not.toBe(first.payment_id);
});

it("refuses orders that Transbank does not take", async () => {
  const simulation = simulate(transbankSimulation);
  const order = { buy_order: "x".repeat(27), session_id: "s", amount: 100 };
  expect(await simulation.call("transbank_create_transaction", order)).toMatchObject({
    ok: false,
    code: "invalid_request",
  });
});

async function begin(simulation: Simulation, buy_order: string): Promise<string> {
  const order = { buy_order, session_id: "session-1", amount: 15990, return_url: "https://loja.example" };
  const response = await simulation.call("transbank_create_transaction", order);
  if (!response.ok) throw new Error(response.message);
  return String(response.data.token);
}
