import type { JsonObject, ShipInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryShip } from "../testing/arbitrary-input.ts";
import { fullestConsignment, smallestConsignment } from "../testing/consignments.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { correiosTools } from "./tools.ts";
import { correiosTranslator } from "./translate.ts";

const { ship } = correiosTranslator;
const quote: ShipInput = { action: "quote", ...smallestConsignment("BR") };
const [parcel] = fullestConsignment("BR").packages ?? [];
const label: ShipInput = {
  action: "label",
  ...fullestConsignment("BR"),
  packages: parcel === undefined ? [] : [parcel],
  service_id: "correios:03298",
};
const services = {
  itens: [
    { codigo: "03298", descricao: "PAC" },
    { codigo: "03220", descricao: "SEDEX" },
  ],
};
const prices = {
  data: [
    { coProduto: "03298", pcFinal: "1.027,50", nuRequisicao: "1" },
    { coProduto: "03220", pcFinal: "27,05", nuRequisicao: "2" },
  ],
};
const times = {
  data: [
    { coProduto: "03298", prazoEntrega: 5, dataMaxima: "2026-11-30T23:59:00" },
    { coProduto: "03220", prazoEntrega: 1 },
  ],
};
const quoted = {
  correios_list_services: services,
  correios_calculate_shipping: prices,
  correios_get_delivery_time: times,
};
const posted = {
  correios_calculate_shipping: prices,
  correios_create_prepost: { id: "PR1", codigoObjeto: "AA123456785BR" },
  correios_get_label: { url: "https://correios.example/label", nome: "AA123456785BR.pdf" },
};
const line = (coProduto: string, nuRequisicao: string, changes: JsonObject = {}) => ({
  coProduto,
  nuRequisicao,
  cepOrigem: "01310100",
  cepDestino: "20040002",
  psObjeto: "750",
  tpObjeto: "2",
  comprimento: "20",
  largura: "15",
  altura: "10",
  vlDeclarado: "0",
  ...changes,
});

describe("what leaves for Correios (provider-wire.md, correios: grams and centimetres as text)", () => {
  it("the prices and times of each service for one parcel", async () => {
    expect(await nativeCallsOf(ship, quote, quoted)).toEqual([
      { kind: "read", tool: "correios_list_services", arguments: {} },
      {
        kind: "read",
        tool: "correios_calculate_shipping",
        arguments: { idLote: "1", parametrosProduto: [line("03298", "1"), line("03220", "2")] },
      },
      {
        kind: "read",
        tool: "correios_get_delivery_time",
        arguments: {
          idLote: "1",
          parametrosPrazo: [
            { coProduto: "03298", nuRequisicao: "1", cepOrigem: "01310100", cepDestino: "20040002" },
            { coProduto: "03220", nuRequisicao: "2", cepOrigem: "01310100", cepDestino: "20040002" },
          ],
        },
      },
    ]);
  });

  it("the price and the announcement of one parcel, then its label", async () => {
    expect(await nativeCallsOf(ship, label, posted)).toEqual([
      {
        kind: "read",
        tool: "correios_calculate_shipping",
        arguments: { idLote: "1", parametrosProduto: [line("03298", "1", { vlDeclarado: "129.9" })] },
      },
      {
        kind: "effect",
        tool: "correios_create_prepost",
        arguments: {
          remetente: { endereco: { cep: "01310100" } },
          destinatario: {
            nome: "Maria Exemplo",
            cpfCnpj: "52998224725",
            email: "maria@example.com",
            dddCelular: "21",
            celular: "987654321",
            endereco: { cep: "20040002", cidade: "Rio de Janeiro", uf: "RJ", logradouro: "Rua A, 10" },
          },
          codigoServico: "03298",
          codigoFormatoObjetoInformado: "2",
          cienteObjetoNaoProibido: "1",
          pesoInformado: "750",
          comprimentoInformado: "20",
          larguraInformada: "15",
          alturaInformada: "10",
          valorDeclarado: "129.9",
          observacao: "tc_1",
        },
      },
      { kind: "read", tool: "correios_get_label", arguments: { idsPrePostagem: ["PR1"] } },
    ]);
  });

  it.each<[ShipInput, object[]]>([
    [
      { action: "track", tracking_code: "AA123456785BR" },
      [{ kind: "read", tool: "correios_track_package", arguments: { codigosObjetos: ["AA123456785BR"] } }],
    ],
    [
      { action: "track", shipment_id: "PR1" },
      [
        { kind: "read", tool: "correios_get_label", arguments: { idsPrePostagem: ["PR1"] } },
        { kind: "read", tool: "correios_track_package", arguments: { codigosObjetos: ["AA123456785BR"] } },
      ],
    ],
  ])("%j", async (input, calls) => {
    expect(await nativeCallsOf(ship, input, { correios_get_label: posted.correios_get_label })).toEqual(
      calls,
    );
  });

  it("nothing for two parcels on one label, a service without a price, or a cancellation", async () => {
    const two = nativeCallsOf(ship, { ...label, ...fullestConsignment("BR") });
    await expect(two).rejects.toMatchObject({ code: "too_many_packages" });
    const strange = translateWith(posted);
    const bought = strange.translate(ship, { ...label, service_id: "correios:04227" });
    await expect(bought).rejects.toMatchObject({ code: "service_not_available" });
    expect(strange.calls.map(({ kind }) => kind)).toEqual(["read"]);
    await expect(nativeCallsOf(ship, { action: "cancel", shipment_id: "PR1" })).rejects.toMatchObject({
      code: "action_not_supported",
    });
  });

  it("obeys Correios' own schemas, or is refused, whatever the contract lets through", async () => {
    const inputs = arbitraryShip(["BR"], ["correios:03298", "correios:x"]);
    await expectNativeOrRefusal(ship, inputs, correiosTools, quoted);
  });
});

describe("what Correios returns (provider-wire.md, correios: prices as text with a comma)", () => {
  it("is quotes in centavos, the cheapest first", async () => {
    const { translate } = translateWith(quoted);
    expect(await translate(ship, quote)).toEqual({
      quotes: [
        {
          service_id: "correios:03220",
          carrier: "Correios",
          service: "SEDEX",
          amount: 2705,
          currency: "BRL",
          delivery_days: 1,
          delivery_date: "2026-11-23",
        },
        {
          service_id: "correios:03298",
          carrier: "Correios",
          service: "PAC",
          amount: 102_750,
          currency: "BRL",
          delivery_days: 5,
          delivery_date: "2026-11-30",
        },
      ],
    });
  });

  it("is no quote of a service that refuses a parcel in its own line", async () => {
    const data = [{ coProduto: "03298", txErro: "PRC-101: CEP inválido" }, prices.data[1] ?? {}];
    const { translate } = translateWith({ ...quoted, correios_calculate_shipping: { data } });
    expect((await translate(ship, quote)).quotes?.map(({ service_id }) => service_id)).toEqual([
      "correios:03220",
    ]);
  });

  it("is a label at the price that was told before", async () => {
    const { translate } = translateWith(posted);
    expect(await translate(ship, label)).toEqual({
      shipment_id: "PR1",
      tracking_code: "AA123456785BR",
      label_url: "https://correios.example/label",
      carrier: "Correios",
      amount: 102_750,
      currency: "BRL",
      status: "created",
    });
  });

  it.each(["id", "codigoObjeto"])("is no label without %s", async (field) => {
    const prepost = without(posted.correios_create_prepost, field);
    const { translate } = translateWith({ ...posted, correios_create_prepost: prepost });
    await expect(translate(ship, label)).rejects.toThrow(field);
  });

  const tracked = (event: JsonObject) =>
    translateWith({
      correios_track_package: {
        objetos: [
          {
            codObjeto: "AA123456785BR",
            eventos: [{ descricao: "x", dtHrCriado: "2026-11-24T16:00:00", ...event }],
          },
        ],
      },
    }).translate(ship, { action: "track", tracking_code: "AA123456785BR" });

  it.each([
    ["PO", "01", "posted"],
    ["RO", "01", "in_transit"],
    ["OEC", "01", "out_for_delivery"],
    ["BDE", "01", "delivered"],
    ["BDI", "01", "delivered"],
    ["BDR", "1", "delivered"],
    ["BDE", "20", "in_transit"],
    ["XX", "01", "in_transit"],
  ])("the event %s of type %s is %s", async (codigo, tipo, status) => {
    expect(await tracked({ codigo, tipo })).toMatchObject({ status, events: [{ status }] });
  });

  it("is an event in UTC with its place", async () => {
    const unidade = { endereco: { cidade: "RIO DE JANEIRO", uf: "RJ" } };
    expect(await tracked({ codigo: "BDE", tipo: "01", descricao: "Objeto entregue", unidade })).toEqual({
      tracking_code: "AA123456785BR",
      status: "delivered",
      events: [
        {
          status: "delivered",
          description: "Objeto entregue",
          occurred_at: "2026-11-24T19:00:00Z",
          location: "RIO DE JANEIRO/RJ",
        },
      ],
    });
  });

  it("is created while nothing was posted", async () => {
    const objetos = [{ codObjeto: "AA123456785BR", mensagem: "SRO-020" }];
    const { translate } = translateWith({ correios_track_package: { objetos } });
    expect(await translate(ship, { action: "track", tracking_code: "AA123456785BR" })).toEqual({
      tracking_code: "AA123456785BR",
      status: "created",
      events: [],
    });
  });

  it.each(["descricao", "dtHrCriado"])("is no event without %s", async (field) => {
    await expect(tracked({ codigo: "PO", [field]: null })).rejects.toThrow(field);
  });
});
