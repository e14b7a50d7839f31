import { nativeToolNames } from "@codespar/contract";
import { expect, it } from "vitest";
import { textAt } from "../json/native-json.ts";
import { describePayments } from "../testing/describe-payments.ts";
import { simulate } from "../testing/simulate.ts";
import { pagseguroSimulation } from "./simulate.ts";
import { pagseguroTranslator } from "./translate.ts";

const customer = {
  name: "Maria Exemplo",
  email: "maria@example.com",
  document: "529.982.247-25",
  address: {
    postal_code: "01310-100",
    street: "Avenida Paulista",
    number: "100",
    district: "Bela Vista",
    city: "São Paulo",
    state: "SP",
  },
};

describePayments({
  server: pagseguroSimulation,
  translator: pagseguroTranslator,
  methods: [
    ["pix", "BRL"],
    ["boleto", "BRL"],
    ["credit_card", "BRL"],
    ["debit_card", "BRL"],
    ["wallet", "BRL"],
  ],
  customer,
  quirks: { waitsOn: ["pix", "wallet"], sumsRefunds: true, hidesReturnIds: true },
});

it("has the tools of the catalogue", () => {
  expect(Object.keys(pagseguroSimulation.tools)).toEqual(nativeToolNames("pagseguro"));
});

it("speaks cents, São Paulo's time and upper-case ids, and shows a charge once the code is paid", async () => {
  const simulation = simulate(pagseguroSimulation);
  const created = await simulation.call("pagseguro_create_order", {
    reference_id: "order-1",
    qr_codes: [{ amount: { value: 15990 } }],
  });
  expect(created).toMatchObject({
    ok: true,
    data: {
      id: expect.stringMatching(/^ORDE_[0-9A-F-]{36}$/),
      reference_id: "order-1",
      created_at: "2026-11-20T12:00:00.000-03:00",
      qr_codes: [{ id: expect.stringMatching(/^QRCO_/), amount: { value: 15990 } }],
    },
  });
  if (!created.ok) return;
  expect(created.data).not.toHaveProperty("charges");
  simulation.advance(60_000);
  expect(await simulation.call("pagseguro_get_order", { order_id: created.data.id ?? "" })).toMatchObject({
    data: {
      charges: [
        {
          id: expect.stringMatching(/^CHAR_/),
          status: "PAID",
          paid_at: "2026-11-20T12:00:30.000-03:00",
          payment_method: { type: "PIX", pix: { end_to_end_id: expect.stringMatching(/^E/) } },
        },
      ],
    },
  });
});

it("issues boletos of its own bank and takes their due date", async () => {
  const bankBoleto = await simulate(pagseguroSimulation).translate(pagseguroTranslator.pay, {
    method: "boleto",
    amount: 15990,
    currency: "BRL",
    due_date: "2026-12-10",
    customer,
  });
  expect(bankBoleto).toMatchObject({
    expires_at: "2026-12-11T02:59:59Z",
    boleto: { due_date: "2026-12-10" },
  });
  expect(bankBoleto.boleto?.barcode.slice(0, 3)).toBe("290");
});

it("says that a wallet payment failed when the payer's wallet says no", async () => {
  const simulation = simulate(pagseguroSimulation);
  const { payment_id } = await simulation.translate(pagseguroTranslator.pay, {
    method: "wallet",
    amount: 5000,
    currency: "BRL",
    reference: "sandbox:payment_fails",
    customer,
  });
  simulation.advance(3_600_000);
  const failed = await simulation.translate(pagseguroTranslator.pay, { action: "get", payment_id });
  expect(failed.status).toBe("failed");
  expect(simulation.webhooks.map((webhook) => webhook.type)).toEqual(["payment.failed"]);
});

it("shows a declined card as an order, and one call that cancels or gives back by what became of it", async () => {
  const simulation = simulate(pagseguroSimulation);
  const order = (card: string, more: object = {}) =>
    simulation.call("pagseguro_create_order", {
      charges: [
        {
          amount: { value: 15990 },
          payment_method: { type: "CREDIT_CARD", card: { encrypted: card }, ...more },
        },
      ],
    });
  expect(await order("tok_chargeDeclined")).toMatchObject({
    ok: true,
    data: { charges: [{ status: "DECLINED", payment_response: { code: "10002" } }] },
  });
  for (const capture of [true, false]) {
    const made = await order("tok_visa", { capture });
    const charge_id = textAt(made.ok ? made.data : undefined, "charges.0.id") ?? "";
    const amount = { value: 15990 };
    expect(await simulation.call("pagseguro_refund_charge", { charge_id, amount })).toMatchObject({
      data: { status: "CANCELED", amount: { summary: { refunded: capture ? 15990 : 0 } } },
    });
  }
});

it("takes one way to pay an order", async () => {
  const response = await simulate(pagseguroSimulation).call("pagseguro_create_order", {
    reference_id: "order-1",
  });
  expect(response).toMatchObject({ ok: false, code: "invalid_request" });
});
