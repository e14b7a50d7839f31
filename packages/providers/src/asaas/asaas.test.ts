import { nativeToolNames } from "@codespar/contract";
import { expect, it } from "vitest";
import { describeCheckout } from "../testing/describe-checkout.ts";
import { describePayments } from "../testing/describe-payments.ts";
import { simulate } from "../testing/simulate.ts";
import { asaasSimulation } from "./simulate.ts";
import { asaasTranslator } from "./translate.ts";

describePayments({
  server: asaasSimulation,
  translator: asaasTranslator,
  quirks: { datesOnly: true, hidesAuthorization: true, capturesWhole: true },
  methods: [
    ["pix", "BRL"],
    ["boleto", "BRL"],
    ["credit_card", "BRL"],
  ],
});

describeCheckout({ server: asaasSimulation, translator: asaasTranslator, currencies: ["BRL"] });

it("has the tools of the catalogue", () => {
  expect(Object.keys(asaasSimulation.tools)).toEqual(nativeToolNames("asaas"));
});

it("speaks reais, local dates and its own ids", async () => {
  const response = await simulate(asaasSimulation).call("asaas_create_payment", {
    billingType: "PIX",
    value: 159.9,
    dueDate: "2026-11-20",
  });
  expect(response).toMatchObject({
    ok: true,
    data: {
      id: expect.stringMatching(/^pay_[0-9a-z]{16}$/),
      value: 159.9,
      status: "PENDING",
      dateCreated: "2026-11-20",
      dueDate: "2026-11-20",
      deleted: false,
    },
  });
});

it("stores the customer before the payment", async () => {
  const simulation = simulate(asaasSimulation);
  const customer = { name: "Ana Souza", document: "111.444.777-35", phone: "+5511987654321" };
  await simulation.translate(asaasTranslator.pay, { method: "pix", amount: 5000, currency: "BRL", customer });
  const customers = await simulation.call("asaas_list_customers", { cpfCnpj: "11144477735" });
  expect(customers).toMatchObject({ data: { totalCount: 1, data: [{ mobilePhone: "11987654321" }] } });
  const [stored] = [...simulation.state.list("asaas", "org_test", "customer")];
  const payments = await simulation.call("asaas_list_payments", { customer: stored?.id ?? "" });
  expect(payments).toMatchObject({ data: { totalCount: 1, data: [{ value: 50 }] } });
});

it("lets a boleto be paid until the end of its due date in São Paulo", async () => {
  const simulation = simulate(asaasSimulation);
  const bankBoleto = await simulation.translate(asaasTranslator.pay, {
    method: "boleto",
    amount: 15990,
    currency: "BRL",
    due_date: "2026-12-10",
  });
  expect(bankBoleto).toMatchObject({
    expires_at: "2026-12-11T02:59:59Z",
    boleto: { due_date: "2026-12-10" },
  });
  expect(bankBoleto.boleto?.barcode.slice(0, 3)).toBe("461");
  expect(bankBoleto.boleto?.barcode.slice(5, 9)).toBe("1656");
});

it("refuses a due date that has passed or does not exist", async () => {
  for (const due_date of ["2026-11-19", "2026-02-30"]) {
    const bankBoleto = simulate(asaasSimulation).translate(asaasTranslator.pay, {
      method: "boleto",
      amount: 15990,
      currency: "BRL",
      due_date,
    });
    await expect(bankBoleto).rejects.toMatchObject({ code: "invalid_due_date" });
  }
});

it("splits a card payment so that the parcels add up", async () => {
  const payment = await simulate(asaasSimulation).translate(asaasTranslator.pay, {
    method: "credit_card",
    amount: 10_000,
    currency: "BRL",
    installments: 3,
    card_token: "tok_mastercard",
  });
  expect(payment.card).toMatchObject({ brand: "mastercard", last4: "4444" });
  expect(payment.card?.installments.map((parcel) => parcel.amount)).toEqual([3334, 3333, 3333]);
});

it("counts in its balance what arrived of payments, less the fee, and was not given back", async () => {
  const simulation = simulate(asaasSimulation);
  const { payment_id } = await simulation.translate(asaasTranslator.pay, {
    method: "pix",
    amount: 5000,
    currency: "BRL",
  });
  await simulation.translate(asaasTranslator.pay, { method: "pix", amount: 990, currency: "BRL" });
  simulation.advance(60_000);
  await simulation.translate(asaasTranslator.pay, { action: "refund", payment_id, amount: 1000 });
  expect(await simulation.call("asaas_get_balance", {})).toEqual({ ok: true, data: { balance: 45.92 } });
});

it("has a card payment in its balance a month later, and refuses the documents of nobody", async () => {
  const simulation = simulate(asaasSimulation);
  const { payment_id } = await simulation.translate(asaasTranslator.pay, {
    method: "credit_card",
    amount: 10_000,
    currency: "BRL",
    card_token: "tok_visa",
  });
  const status = async () => {
    const response = await simulation.call("asaas_get_payment", { id: payment_id });
    return response.ok
      ? [response.data.status, response.data.paymentDate, response.data.creditDate]
      : undefined;
  };
  // 32 days after a Friday is a Tuesday
  expect(await status()).toEqual(["CONFIRMED", null, "2026-12-22"]);
  expect(await simulation.call("asaas_get_balance", {})).toMatchObject({ data: { balance: 0 } });
  simulation.advance(33 * 86_400_000);
  expect(await status()).toEqual(["RECEIVED", "2026-12-22", "2026-12-22"]);
  expect(await simulation.call("asaas_get_balance", {})).toMatchObject({ data: { balance: 98.01 } });
  expect(
    await simulation.call("asaas_create_customer", { name: "Inválido", cpfCnpj: "11111111111" }),
  ).toMatchObject({ ok: false, providerCode: "invalid_object" });
});

it("changes a payment that waits, and its boleto with it", async () => {
  const simulation = simulate(asaasSimulation);
  const made = await simulation.call("asaas_create_payment", {
    billingType: "BOLETO",
    value: 100,
    dueDate: "2026-11-23",
    externalReference: "sandbox:never_pays",
  });
  const id = made.ok && typeof made.data.id === "string" ? made.data.id : "";
  const before = await simulation.call("asaas_get_boleto", { id });
  expect(
    await simulation.call("asaas_update_payment", {
      id,
      value: 120,
      dueDate: "2026-12-10",
      description: "Chá",
    }),
  ).toMatchObject({
    data: { id, value: 120, dueDate: "2026-12-10", description: "Chá", status: "PENDING" },
  });
  expect(await simulation.call("asaas_get_boleto", { id })).not.toEqual(before);
  simulation.advance(10 * 86_400_000);
  expect(await simulation.call("asaas_get_payment", { id })).toMatchObject({ data: { status: "PENDING" } });
  simulation.advance(20 * 86_400_000);
  expect(await simulation.call("asaas_get_payment", { id })).toMatchObject({ data: { status: "OVERDUE" } });
  expect(await simulation.call("asaas_update_payment", { id, value: 130 })).toMatchObject({ ok: false });
});

it("sends on what has arrived, and no more", async () => {
  const simulation = simulate(asaasSimulation);
  const send = (value: number) =>
    simulation.call("asaas_create_transfer", {
      value,
      pixAddressKey: "ana@example.com",
      pixAddressKeyType: "EMAIL",
      externalReference: `out-${value}`,
    });
  expect(await send(50)).toMatchObject({ ok: false });
  await simulation.call("asaas_create_payment", { billingType: "PIX", value: 100, dueDate: "2026-11-20" });
  simulation.advance(60_000);
  expect(await send(98.02)).toMatchObject({ ok: false });
  expect(await send(50)).toMatchObject({ data: { status: "PENDING", value: 50, operationType: "PIX" } });
  expect(await simulation.call("asaas_get_balance", {})).toMatchObject({ data: { balance: 48.01 } });
  simulation.advance(60_000);
  expect(await simulation.call("asaas_list_transfers", {})).toMatchObject({
    data: {
      totalCount: 1,
      data: [
        { status: "DONE", externalReference: "out-50", endToEndIdentifier: expect.stringMatching(/^E/) },
      ],
    },
  });
  expect(await simulation.call("asaas_list_transfers", { "dateCreated[ge]": "2026-11-21" })).toMatchObject({
    data: { totalCount: 0 },
  });
});

it("makes a payment of a subscription in each cycle, until it is cancelled", async () => {
  const simulation = simulate(asaasSimulation);
  const customer = await simulation.call("asaas_create_customer", { name: "Ana", cpfCnpj: "11144477735" });
  const made = await simulation.call("asaas_create_subscription", {
    customer: customer.ok ? (customer.data.id ?? "") : "",
    billingType: "BOLETO",
    value: 49.9,
    nextDueDate: "2026-11-30",
    cycle: "MONTHLY",
    externalReference: "sandbox:never_pays",
  });
  expect(made).toMatchObject({ data: { id: expect.stringMatching(/^sub_/), status: "ACTIVE" } });
  const id = made.ok && typeof made.data.id === "string" ? made.data.id : "";
  const payments = () => simulation.call("asaas_list_payments", { subscription: id });
  expect(await payments()).toMatchObject({
    data: { totalCount: 1, data: [{ value: 49.9, subscription: id }] },
  });
  simulation.advance(80 * 86_400_000);
  expect(await payments()).toMatchObject({
    data: {
      data: [
        { dueDate: "2027-02-28" },
        { dueDate: "2027-01-30" },
        { dueDate: "2026-12-30" },
        { dueDate: "2026-11-30" },
      ],
    },
  });
  expect(await simulation.call("asaas_cancel_subscription", { id })).toMatchObject({
    data: { deleted: true, id },
  });
  simulation.advance(80 * 86_400_000);
  expect(await payments()).toMatchObject({ data: { totalCount: 4 } });
  expect(await simulation.call("asaas_get_subscription", { id })).toMatchObject({
    data: { status: "INACTIVE", deleted: true },
  });
});
