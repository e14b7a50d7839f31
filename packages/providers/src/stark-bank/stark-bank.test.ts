import { nativeToolNames } from "@codespar/contract";
import { encodeDynamicBrCode } from "@codespar/formats";
import { expect, it } from "vitest";
import { objectsAt, textAt } from "../json/read-arguments.ts";
import { describePayments } from "../testing/describe-payments.ts";
import { simulate } from "../testing/simulate.ts";
import { starkBankSimulation } from "./simulate.ts";
import { starkBankTranslator } from "./translate.ts";

const customer = { name: "Ana Souza", document: "111.444.777-35" };

describePayments({
  server: starkBankSimulation,
  translator: starkBankTranslator,
  methods: [["pix", "BRL"]],
  customer,
  quirks: { hidesReturnIds: true },
});

const bill = { amount: 5000, name: "Ana Souza", taxId: "111.444.777-35" };

async function withBalance(amount: number) {
  const simulation = simulate(starkBankSimulation);
  await simulation.call("stark_bank_create_invoice", { invoices: [{ ...bill, amount }] });
  simulation.advance(60_000);
  return simulation;
}

it("has the tools of the catalogue", () => {
  expect(Object.keys(starkBankSimulation.tools)).toEqual(nativeToolNames("stark-bank"));
});

it("issues invoices in lists, with ids of sixteen digits and times in microseconds", async () => {
  const simulation = simulate(starkBankSimulation);
  const two = {
    invoices: [
      { ...bill, tags: ["a"] },
      { ...bill, amount: 100, due: "2026-12-01T15:00:00.000000+00:00" },
    ],
  };
  expect(await simulation.call("stark_bank_create_invoice", two)).toMatchObject({
    data: {
      invoices: [
        {
          id: expect.stringMatching(/^\d{16}$/),
          status: "created",
          amount: 5000,
          nominalAmount: 5000,
          tags: ["a"],
          expiration: 5_097_600,
          due: "2026-11-22T15:00:00.000000+00:00",
          created: "2026-11-20T15:00:00.000000+00:00",
        },
        { amount: 100, due: "2026-12-01T15:00:00.000000+00:00", tags: [] },
      ],
    },
  });
});

it("sends money that is there, and says later of what is not that it failed", async () => {
  const simulation = await withBalance(10_000);
  const to = {
    name: "Bia",
    taxId: "529.982.247-25",
    bankCode: "20018183",
    branchCode: "0001",
    accountNumber: "1-9",
  };
  const transfers = [
    { ...to, amount: 6000, externalId: "op-1", tags: ["op-1"] },
    { ...to, amount: 6000, externalId: "op-2", tags: ["op-2"] },
  ];
  const made = await simulation.call("stark_bank_create_transfer", { transfers });
  const first = made.ok ? (textAt(made.data, "transfers.0.id") ?? "") : "";
  expect(made).toMatchObject({ data: { transfers: [{ status: "created" }, { status: "created" }] } });
  simulation.advance(10_000);
  expect(await simulation.call("stark_bank_get_transfer", { id: first })).toMatchObject({
    data: { transfer: { status: "success", externalId: "op-1" } },
  });
  expect(await simulation.call("stark_bank_list_transfers", { tags: ["op-2"] })).toMatchObject({
    data: { cursor: null, transfers: [{ status: "failed", transactionIds: [] }] },
  });
  expect(await simulation.call("stark_bank_get_balance", {})).toMatchObject({
    data: { balances: [{ amount: 4000 }] },
  });
  expect(await simulation.call("stark_bank_get_statement", { limit: 1 })).toMatchObject({
    data: { cursor: "1", transactions: [{ amount: -6000, balance: 4000, externalId: "op-1" }] },
  });
});

it("takes an externalId once: the same transfer again is the first one, another is refused", async () => {
  const simulation = await withBalance(10_000);
  const transfer = { amount: 100, externalId: "op-1", name: "Bia", taxId: "1", bankCode: "341" };
  const first = await simulation.call("stark_bank_create_transfer", { transfers: [transfer] });
  expect(await simulation.call("stark_bank_create_transfer", { transfers: [transfer] })).toEqual(first);
  for (const other of [{ amount: 200 }, { name: "Ana" }, { bankCode: "237" }]) {
    const transfers = [
      { ...transfer, externalId: "op-2" },
      { ...transfer, ...other },
    ];
    expect(await simulation.call("stark_bank_create_transfer", { transfers })).toMatchObject({
      ok: false,
      providerCode: "duplicatedExternalId",
    });
  }
  const twice = {
    transfers: [
      { ...transfer, externalId: "op-3" },
      { ...transfer, externalId: "op-3" },
    ],
  };
  const made = await simulation.call("stark_bank_create_transfer", twice);
  const ids = made.ok ? objectsAt(made.data, "transfers").map(({ id }) => id) : [];
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
  // of a list that is refused nothing is sent
  expect(await simulation.call("stark_bank_list_transfers", {})).toMatchObject({
    data: { transfers: [{ externalId: "op-3" }, { externalId: "op-1" }] },
  });
});

it("issues a whole list or nothing of it", async () => {
  const simulation = simulate(starkBankSimulation);
  const invoices = [bill, { ...bill, due: "2020-01-01T00:00:00.000000+00:00" }];
  expect(await simulation.call("stark_bank_create_invoice", { invoices })).toMatchObject({ ok: false });
  expect(await simulation.call("stark_bank_list_invoice_logs", {})).toMatchObject({ data: { logs: [] } });
  const boletos = [bill, { ...bill, due: "2020-01-01" }];
  expect(await simulation.call("stark_bank_create_boleto", { boletos })).toMatchObject({ ok: false });
  simulation.advance(5 * 86_400_000);
  expect(await simulation.call("stark_bank_get_balance", {})).toMatchObject({
    data: { balances: [{ amount: 0 }] },
  });
});

it("lists what is asked for by the externalIds of its statement", async () => {
  const simulation = await withBalance(10_000);
  const transfers = ["op-1", "op-2"].map((externalId) => ({
    ...bill,
    amount: 100,
    bankCode: "341",
    externalId,
  }));
  await simulation.call("stark_bank_create_transfer", { transfers });
  simulation.advance(10_000);
  expect(await simulation.call("stark_bank_get_statement", { externalIds: ["op-2"] })).toMatchObject({
    data: { transactions: [{ externalId: "op-2", amount: -100, balance: expect.any(Number) }] },
  });
});

it("pays a code whose amount it says, and refuses what is no code", async () => {
  const simulation = await withBalance(10_000);
  const brcode = encodeDynamicBrCode({
    url: "pix.example.com/1",
    merchantName: "Loja",
    merchantCity: "Recife",
    amount: 2500,
  });
  const payment = { brcode, taxId: "1", description: "Compra do dia" };
  expect(await simulation.call("stark_bank_create_brcode_payment", { payments: [payment] })).toMatchObject({
    data: { payments: [{ amount: 2500, name: "Loja", type: "dynamic", status: "created" }] },
  });
  simulation.advance(10_000);
  expect(await simulation.call("stark_bank_get_balance", {})).toMatchObject({
    data: { balances: [{ amount: 7500 }] },
  });
  expect(
    await simulation.call("stark_bank_create_brcode_payment", { payments: [{ ...payment, brcode: "x" }] }),
  ).toMatchObject({ ok: false, providerCode: "invalidBrcode" });
});

it("registers boletos of bank 341", async () => {
  const simulation = simulate(starkBankSimulation);
  const boletos = [{ ...bill, due: "2026-12-10", city: "Recife", tags: ["b"] }];
  expect(await simulation.call("stark_bank_create_boleto", { boletos })).toMatchObject({
    data: {
      boletos: [
        { status: "created", due: "2026-12-10", city: "Recife", barCode: expect.stringMatching(/^341/) },
      ],
    },
  });
});
