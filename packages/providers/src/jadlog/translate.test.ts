import type { JsonObject, ShipInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryShip } from "../testing/arbitrary-input.ts";
import { fullestConsignment, smallestConsignment } from "../testing/consignments.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { jadlogTools } from "./tools.ts";
import { jadlogTranslator } from "./translate.ts";

const { ship } = jadlogTranslator;
const quote: ShipInput = { action: "quote", ...smallestConsignment("BR") };
const label: ShipInput = { action: "label", ...fullestConsignment("BR"), service_id: "jadlog:3" };
const route = { cepori: "01310100", cepdes: "20040002" };
const priced = {
  frete: [
    { ...route, modalidade: 3, prazo: 4, vltotal: 23.4 },
    { ...route, modalidade: 9, prazo: 2, vltotal: 18.05 },
  ],
};
const bought = {
  jadlog_calculate_shipping: { frete: [{ modalidade: 3, prazo: 4, vltotal: 23.4 }] },
  jadlog_create_shipment: {
    codigo: "17",
    shipmentId: "08066600000001",
    status: "Solicitacao inserida com sucesso.",
  },
};

describe("what leaves for Jadlog (provider-wire.md, jadlog: kilograms as charged, reais)", () => {
  it.each<[string, ShipInput, object[]]>([
    [
      "one parcel by its cubic weight: 3 000 cm³ are 0.901 kg by road and less than its own 0.75 kg by air",
      quote,
      [
        { ...route, peso: 0.901, modalidade: 3, vldeclarado: 0 },
        { ...route, peso: 0.75, modalidade: 9, vldeclarado: 0 },
      ],
    ],
    [
      "two parcels, each by the greater weight",
      { action: "quote", ...fullestConsignment("BR") },
      [
        { ...route, peso: 2.152, modalidade: 3, vldeclarado: 129.9 },
        { ...route, peso: 2.001, modalidade: 9, vldeclarado: 129.9 },
      ],
    ],
  ])("%s", async (_name, input, frete) => {
    expect(await nativeCallsOf(ship, input)).toEqual([
      { kind: "read", tool: "jadlog_calculate_shipping", arguments: { frete } },
    ]);
  });

  it("the price, then the order of both ends with a declaration of what is in it", async () => {
    const calls = await nativeCallsOf(ship, label, bought);
    expect(calls.map(({ kind, tool }) => [kind, tool])).toEqual([
      ["read", "jadlog_calculate_shipping"],
      ["effect", "jadlog_create_shipment"],
    ]);
    expect(calls[1]?.arguments).toEqual({
      conteudo: "PRODUTOS",
      pedido: ["tc_1"],
      totPeso: 2.152,
      totValor: 129.9,
      obs: "",
      modalidade: 3,
      rem: { cep: "01310100" },
      des: {
        cep: "20040002",
        cidade: "Rio de Janeiro",
        uf: "RJ",
        nome: "Maria Exemplo",
        cnpjCpf: "52998224725",
        cel: "+5521987654321",
        email: "maria@example.com",
        endereco: "Rua A, 10",
        contato: "Maria Exemplo",
      },
      dfe: [{ cfop: "6909", nrDoc: "DECLARACAO", tpDocumento: "0", valor: "129.90" }],
      volume: [
        { peso: 0.75, comprimento: 20, largura: 15, altura: 10 },
        { peso: 1.2505, comprimento: 30, largura: 10, altura: 5 },
      ],
    });
  });

  it.each<[ShipInput, string, string, JsonObject]>([
    [
      { action: "track", tracking_code: "0806" },
      "read",
      "jadlog_track_shipment",
      { consulta: [{ shipmentId: "0806" }] },
    ],
    [
      { action: "track", shipment_id: "17" },
      "read",
      "jadlog_track_shipment",
      { consulta: [{ codigo: "17" }] },
    ],
    [{ action: "cancel", shipment_id: "17" }, "effect", "jadlog_cancel_shipment", { codigo: "17" }],
  ])("%j", async (input, kind, tool, args) => {
    expect(await nativeCallsOf(ship, input)).toEqual([{ kind, tool, arguments: args }]);
  });

  it("nothing for a modality without a price here", async () => {
    const frete = [{ modalidade: 3, error: { id: -1, descricao: "CEP não atendido" } }];
    const { calls, translate } = translateWith({ ...bought, jadlog_calculate_shipping: { frete } });
    await expect(translate(ship, label)).rejects.toMatchObject({ code: "service_not_available" });
    expect(calls.map(({ kind }) => kind)).toEqual(["read"]);
  });

  it("obeys Jadlog's own schemas, or is refused, whatever the contract lets through", async () => {
    const inputs = arbitraryShip(["BR"], ["jadlog:3", "jadlog:9", "jadlog:x"]);
    const price = { jadlog_calculate_shipping: bought.jadlog_calculate_shipping };
    await expectNativeOrRefusal(ship, inputs, jadlogTools, price);
  });
});

describe("what Jadlog returns (provider-wire.md, jadlog)", () => {
  it("is quotes in centavos, the cheapest first", async () => {
    const { translate } = translateWith({ jadlog_calculate_shipping: priced });
    const common = { carrier: "Jadlog", currency: "BRL" };
    expect(await translate(ship, quote)).toEqual({
      quotes: [
        {
          service_id: "jadlog:9",
          service: ".Com",
          amount: 1805,
          delivery_days: 2,
          delivery_date: "2026-11-24",
          ...common,
        },
        {
          service_id: "jadlog:3",
          service: ".Package",
          amount: 2340,
          delivery_days: 4,
          delivery_date: "2026-11-26",
          ...common,
        },
      ],
    });
  });

  it("is an order at the price that was told before, without a label: it is printed in the portal", async () => {
    const { translate } = translateWith(bought);
    expect(await translate(ship, label)).toEqual({
      shipment_id: "17",
      tracking_code: "08066600000001",
      carrier: "Jadlog",
      amount: 2340,
      currency: "BRL",
      status: "created",
    });
  });

  it.each(["codigo", "shipmentId"])("is no label without %s", async (field) => {
    const order = without(bought.jadlog_create_shipment, field);
    const { translate } = translateWith({ ...bought, jadlog_create_shipment: order });
    await expect(translate(ship, label)).rejects.toThrow(field);
  });

  it.each<[ShipInput, string]>([
    [label, "jadlog_create_shipment"],
    [{ action: "cancel", shipment_id: "17" }, "jadlog_cancel_shipment"],
  ])("is a refusal where an error comes with HTTP 200: %j", async (input, tool) => {
    const erro = { id: -99, descricao: "Contrato não encontrado.", detalhe: null };
    const { translate } = translateWith({ ...bought, [tool]: { status: "Erro", erro } });
    await expect(translate(ship, input)).rejects.toMatchObject({
      code: "invalid_request",
      message: "Jadlog refused the call: Contrato não encontrado.",
      providerCode: "-99",
    });
  });

  it.each([
    ["EMISSAO", "created"],
    ["ENTRADA", "posted"],
    ["TRANSFERENCIA", "in_transit"],
    ["EM ROTA", "out_for_delivery"],
    ["ENTREGUE", "delivered"],
    ["DEVOLVIDO", "returned"],
    ["CANCELADO", "cancelled"],
    ["UM ESTADO DE AMANHA", "in_transit"],
  ])("%s is %s", async (native, status) => {
    const eventos = [{ data: "2026-11-24 16:00:00", status: native, unidade: "CO RIO" }];
    const tracking = { codigo: "17", shipmentId: "0806", eventos };
    const { translate } = translateWith({ jadlog_track_shipment: { consulta: [{ tracking }] } });
    expect(await translate(ship, { action: "track", shipment_id: "17" })).toEqual({
      shipment_id: "17",
      tracking_code: "0806",
      status,
      events: [{ status, description: native, occurred_at: "2026-11-24T19:00:00Z", location: "CO RIO" }],
    });
  });

  it("is no shipment where an order is not known", async () => {
    const { translate } = translateWith({ jadlog_track_shipment: { consulta: [{ error: { id: -1 } }] } });
    await expect(translate(ship, { action: "track", shipment_id: "17" })).rejects.toMatchObject({
      code: "shipment_not_found",
    });
  });
});
