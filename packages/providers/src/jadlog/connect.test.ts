import type { JsonObject } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { connectWith } from "../connect/connect.ts";
import type { OutgoingRequest } from "../connect/sender.ts";
import { jadlogConnector } from "./connect.ts";

const credentials = {
  token: "abc.def",
  cnpj: "11222333000181",
  account: "001234",
  contract: "12345",
  sender_name: "Loja Exemplo",
  sender_street: "Avenida Paulista",
  sender_number: "1000",
  sender_district: "Bela Vista",
  sender_city: "São Paulo",
  sender_state: "SP",
  sender_phone: "1133334444",
  sender_email: "envios@example.com",
};
const operationId = "tc_01hzy3x5k8m2n4p6q7r8s9t0vw";
const create = "jadlog_create_shipment";
const order: JsonObject = { pedido: ["77"], rem: { cep: "01310100" }, des: { cep: "20040002" } };

/** A provider that returns one response, and what it was sent. */
function connected(status: number, body: JsonObject) {
  const sent: OutgoingRequest[] = [];
  const provider = connectWith(
    () => async (request) => {
      sent.push(request);
      return { status, headers: {}, text: JSON.stringify(body) };
    },
    jadlogConnector,
    { environment: "live", clock: { now: () => 0 } },
  );
  const context = { account: "org_1", credentials, signal: new AbortController().signal };
  const execute = (tool: string, args: JsonObject) =>
    provider.execute({ ...context, operationId, tool, arguments: args, emit: () => {} });
  return { sent, execute, provider };
}

describe("a connection to Jadlog", () => {
  it("prices by the contract of the connection", async () => {
    const { sent, execute } = connected(200, { frete: [] });
    await execute("jadlog_calculate_shipping", { frete: [{ cepori: "01310100", modalidade: 3 }] });
    expect(sent).toMatchObject([
      {
        method: "POST",
        url: "https://www.jadlog.com.br/embarcador/api/frete/valor",
        headers: { authorization: "Bearer abc.def" },
      },
    ]);
    expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
      frete: [
        {
          cnpj: "11222333000181",
          conta: "001234",
          contrato: "12345",
          tpentrega: "D",
          tpseguro: "N",
          cepori: "01310100",
          modalidade: 3,
        },
      ],
    });
  });

  it("orders with the contract, who sends, and our reference in front of the caller's", async () => {
    const { sent, execute } = connected(200, { codigo: "17", shipmentId: "08066600000001" });
    expect(await execute(create, order)).toEqual({
      ok: true,
      data: { codigo: "17", shipmentId: "08066600000001" },
    });
    expect(JSON.parse(sent[0]?.body ?? "")).toMatchObject({
      contaCorrente: "001234",
      nrContrato: "12345",
      tpColeta: "K",
      tipoFrete: 0,
      pedido: [`${operationId}-77`],
      rem: { nome: "Loja Exemplo", cnpjCpf: "11222333000181", uf: "SP", cep: "01310100" },
    });
  });

  it("reads an error that comes as HTTP 200, and leaves any other status unknown", async () => {
    const erro = { id: -99, descricao: "Contrato não encontrado.", detalhe: null };
    expect(await connected(200, { status: "Erro", erro }).execute(create, order)).toMatchObject({
      ok: false,
      code: "invalid_request",
      message: "Contrato não encontrado.",
      providerCode: "-99",
    });
    expect(await connected(401, {}).execute(create, order)).toMatchObject({ code: "needs_connection" });
    for (const status of [400, 500])
      await expect(connected(status, {}).execute(create, order)).rejects.toThrow(create);
  });

  it("finds nothing that was lost, and asks nobody", async () => {
    const { sent, provider } = connected(200, {});
    expect(provider.canFind?.(create)).toBe(false);
    expect(sent).toEqual([]);
  });
});
