import type { JsonObject } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { connectWith } from "../connect/connect.ts";
import type { OutgoingRequest } from "../connect/sender.ts";
import { tinyConnector } from "./connect.ts";

const operationId = "tc_01hzy3x5k8m2n4p6q7r8s9t0vw";
const credentials = { token: "0123456789abcdef0123456789abcdef01234567" };
const order = { pedido: { numero_pedido_ecommerce: "7", cliente: { nome: "Ana" }, itens: [] } };
const contact = { contato: { nome: "Ana", situacao: "A" } };

/** Tiny that returns one response, with HTTP 200 as always, and what it was sent. */
function connected(retorno: JsonObject) {
  const sent: OutgoingRequest[] = [];
  const provider = connectWith(
    () => async (request) => {
      sent.push(request);
      return { status: 200, headers: {}, text: JSON.stringify({ retorno }) };
    },
    tinyConnector,
    { environment: "live", clock: { now: () => 0 } },
  );
  const context = { account: "org_1", credentials, signal: new AbortController().signal };
  return {
    sent,
    execute: (tool: string, args: JsonObject) =>
      provider.execute({ ...context, operationId, tool, arguments: args, emit: () => {} }),
    find: () =>
      provider.find(operationId, {
        ...context,
        dispatched: {
          tool: "tiny_create_order",
          arguments: order,
          dispatchedAt: 0,
          environment: "live",
          version: "tiny/1",
        },
      }),
  };
}

const failed = (codigo_erro: string) => ({
  status: "Erro",
  registros: [{ registro: { status: "Erro", codigo_erro, erros: [{ erro: "Registro em duplicidade" }] } }],
});

it("sends records as JSON text in their envelopes, beside the token", async () => {
  const { execute, sent } = connected({ status: "OK" });
  await execute("tiny_create_order", order);
  await execute("tiny_create_contact", contact);
  const [first, second] = sent.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
  expect(sent[0]?.url).toBe("https://api.tiny.com.br/api2/pedido.incluir.php");
  expect(first).toMatchObject({ token: credentials.token, formato: "json" });
  expect(JSON.parse(first?.pedido ?? "")).toEqual({
    pedido: { ...order.pedido, numero_pedido_ecommerce: `${operationId}-7` },
  });
  expect(JSON.parse(second?.contato ?? "")).toEqual({
    contatos: [{ contato: { sequencia: 1, ...contact.contato } }],
  });
});

describe("what an error means", () => {
  it("a contact that is there is refused, in Tiny's words", async () => {
    expect(await connected(failed("30")).execute("tiny_create_contact", contact)).toEqual({
      ok: false,
      code: "already_exists",
      providerCode: "30",
      message: "Registro em duplicidade",
    });
  });

  it.each(["30", "6", "99"])("code %s leaves an order unknown", async (code) => {
    await expect(connected(failed(code)).execute("tiny_create_order", order)).rejects.toThrow("tiny");
  });

  it("a wrong token asks to connect again", async () => {
    const { execute } = connected({ status: "Erro", codigo_erro: 2, erros: [{ erro: "token invalido" }] });
    expect(await execute("tiny_create_order", order)).toMatchObject({ ok: false, code: "needs_connection" });
  });
});

it("takes a found order for the call's own only when its whole number in the shop is the same", async () => {
  const listed = (numero_ecommerce: string) => ({
    status: "OK",
    pedidos: [{ pedido: { id: 5, numero: 12, numero_ecommerce } }],
  });
  expect(await connected(listed(`${operationId}-7`)).find()).toMatchObject({
    status: "done",
    response: { data: { retorno: { registros: { registro: { id: 5, numero: 12 } } } } },
  });
  expect(await connected(listed(`${operationId}-78`)).find()).toEqual({ status: "unknown" });
});
