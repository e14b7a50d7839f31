import type { JsonObject } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { connectWith } from "../connect/connect.ts";
import type { OutgoingRequest } from "../connect/sender.ts";
import { omieConnector } from "./connect.ts";

const credentials = { app_key: "38333295000", app_secret: "fed2163e2e8dccb53ff914ce9e2f1258" };
const operationId = "tc_01hzy3x5k8m2n4p6q7r8s9t0vw";
const ours = "tc01hzy3x5k8m2n4p6q7r8s9t0vw";
const dispatchedAt = Date.UTC(2026, 11, 1, 13, 40);
const tool = "omie_create_customer";

/** Omie that returns one response, and what it was sent. */
function connected(status: number, body: JsonObject) {
  const sent: OutgoingRequest[] = [];
  const provider = connectWith(
    () => async (request) => {
      sent.push(request);
      return { status, headers: {}, text: JSON.stringify(body) };
    },
    omieConnector,
    { environment: "live", clock: { now: () => dispatchedAt } },
  );
  const context = { account: "org_1", credentials, signal: new AbortController().signal };
  return {
    sent,
    execute: (args: JsonObject) =>
      provider.execute({ ...context, operationId, tool, arguments: args, emit: () => {} }),
    find: (args: JsonObject) =>
      provider.find(operationId, {
        ...context,
        dispatched: { tool, arguments: args, dispatchedAt, environment: "live", version: "omie/1" },
      }),
  };
}

const fault = (faultcode: string, faultstring: string) => ({
  faultcode,
  faultstring: `ERROR: ${faultstring}`,
});

it("sends the method and the account's keys in the body, to the address with its last slash", async () => {
  const { execute, sent } = connected(200, { codigo_cliente_omie: 7 });
  await execute({ razao_social: "Ana" });
  expect(sent[0]).toMatchObject({ method: "POST", url: "https://app.omie.com.br/api/v1/geral/clientes/" });
  expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
    call: "IncluirCliente",
    ...credentials,
    param: [{ razao_social: "Ana", codigo_cliente_integracao: ours }],
  });
});

describe("what a fault means", () => {
  it.each([
    ["a record under the caller's code", "SOAP-ENV:Client-102", "já cadastrado para o Código [c-7] !"],
    ["a field that Omie does not know", "SOAP-ENV:Client-5001", "Tag [X] não faz parte da estrutura"],
  ])("%s is refused in Omie's words", async (_what, code, words) => {
    const { execute } = connected(500, fault(code, words));
    expect(await execute({ razao_social: "Ana" })).toMatchObject({
      ok: false,
      providerCode: code,
      message: `ERROR: ${words}`,
    });
  });

  it.each([
    [
      "a record under our own code, so that an earlier request has arrived",
      "SOAP-ENV:Client-102",
      `[${ours}]`,
    ],
    ["the same call within a minute", "SOAP-ENV:Client-6", "Consumo redundante detectado."],
    ["what is no fault of the caller's", "SOAP-ENV:Server", "x"],
  ])("%s leaves it unknown", async (_what, code, words) => {
    const { execute } = connected(500, fault(code, words));
    await expect(execute({ razao_social: "Ana" })).rejects.toThrow("omie");
  });

  it("a blocked application may go elsewhere", async () => {
    const { execute } = connected(425, fault("MISUSE_API_PROCESS", "API bloqueada"));
    await expect(execute({ razao_social: "Ana" })).rejects.toMatchObject({ reason: "rate_limited" });
  });
});

describe("a lost response", () => {
  const record = (dInc: string, hInc: string) => ({ codigo_cliente_omie: 7, info: { dInc, hInc } });

  it("is found under our own code, whenever that was made", async () => {
    const { find } = connected(200, record("01/01/2020", "00:00:00"));
    expect(await find({ razao_social: "Ana" })).toEqual({
      status: "done",
      response: { ok: true, data: { codigo_cliente_omie: 7, codigo_cliente_integracao: ours } },
    });
  });

  it("is found under the caller's code when that was made since", async () => {
    const { find } = connected(200, record("01/12/2026", "10:40:03"));
    expect(await find({ codigo_cliente_integracao: "c-7" })).toMatchObject({ status: "done" });
  });

  it.each([
    ["older", record("30/11/2026", "10:40:03")],
    ["of an unknown age", { codigo_cliente_omie: 7 }],
  ])("stays unknown when what the caller's code names is %s", async (_what, body) => {
    const { find } = connected(200, body);
    expect(await find({ codigo_cliente_integracao: "c-7" })).toEqual({ status: "unknown" });
  });

  it("stays unknown when nothing is there", async () => {
    const { find } = connected(500, fault("SOAP-ENV:Client-105", "Cliente não cadastrado"));
    expect(await find({ razao_social: "Ana" })).toEqual({ status: "unknown" });
  });
});
