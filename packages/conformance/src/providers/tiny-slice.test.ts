import type { JsonObject } from "@codespar/contract";
import { afterEach, beforeEach, expect, it } from "vitest";
import { liveWorld } from "./live-world.ts";

let world: Awaited<ReturnType<typeof liveWorld>>;
beforeEach(async () => {
  world = await liveWorld("tiny");
});
afterEach(() => world.close());

async function execute(name: string, args: JsonObject) {
  const session = await world.client.sessions.create({ servers: ["tiny"] });
  const result = await session.execute({ name, arguments: args });
  return result.success ? Object(result.data) : result.error;
}

/** A form as any client of Tiny's sends it. */
async function post(service: string, fields: Record<string, string>) {
  const body = new URLSearchParams({ token: world.credential, formato: "json", ...fields });
  const response = await fetch(`${world.providerUrl}/api2/${service}.php`, { method: "POST", body });
  return { status: response.status, ...(await response.json()) };
}

const pedido = {
  numero_pedido_ecommerce: "order-7",
  cliente: { nome: "Ana Souza", cpf_cnpj: "529.982.247-25" },
  itens: [{ item: { descricao: "Café", quantidade: 3, valor_unitario: 64.9 } }],
  valor_frete: 12.5,
};

it("an order made through CodeSpar is read at Tiny, and the other way round", async () => {
  const made = await execute("tiny_create_order", { pedido });
  const { id } = made.retorno.registros.registro;
  const read = await post("pedido.obter", { id });
  expect(read).toMatchObject({
    status: 200,
    retorno: {
      status_processamento: 3,
      status: "OK",
      pedido: { id, situacao: "Aberto", cliente: pedido.cliente, total_pedido: "207.20" },
    },
  });
  // at Tiny our reference stands in front of the shop's own
  expect(read.retorno.pedido.numero_ecommerce).toMatch(/^tc_\w{26}-order-7$/);

  await post("pedido.incluir", {
    pedido: JSON.stringify({ pedido: { ...pedido, numero_pedido_ecommerce: "site-8" } }),
  });
  expect(await execute("tiny_list_orders", { numeroEcommerce: "site-8" })).toMatchObject({
    retorno: {
      pagina: "1",
      numero_paginas: "1",
      pedidos: [{ pedido: { nome: "Ana Souza", valor: "207.20" } }],
    },
  });
});

it("finds contacts by a part of their names, 100 to a page, each exactly once", async () => {
  for (let index = 1; index <= 101; index += 1)
    await post("contato.incluir", {
      contato: JSON.stringify({ contatos: [{ contato: { nome: `Cliente ${index}`, situacao: "A" } }] }),
    });
  const pages = await Promise.all(
    ["1", "2"].map((pagina) => post("contatos.pesquisa", { pesquisa: "client", pagina })),
  );
  expect(pages.map(({ retorno }) => [retorno.numero_paginas, retorno.contatos.length])).toEqual([
    ["2", 100],
    ["2", 1],
  ]);
  const names = pages.flatMap(({ retorno }) =>
    retorno.contatos.map((each: { contato: { nome: string } }) => each.contato.nome),
  );
  expect(new Set(names).size).toBe(101);
});

it("says no with HTTP 200, in Tiny's own codes", async () => {
  const order = { pedido: JSON.stringify({ pedido }) };
  await post("pedido.incluir", order);
  expect(await post("pedido.incluir", order)).toMatchObject({
    status: 200,
    retorno: {
      status_processamento: 2,
      status: "Erro",
      registros: [{ registro: { status: "Erro", codigo_erro: "30" } }],
    },
  });
  expect(await post("pedidos.pesquisa", { token: "x", numero: "1" })).toMatchObject({
    status: 200,
    retorno: { status_processamento: 1, codigo_erro: 2, erros: [{ erro: "token invalido" }] },
  });
  expect(await execute("tiny_list_orders", { numero: "999" })).toMatchObject({
    code: "not_found",
    provider_code: "20",
  });
});

it("a contact under a code that is taken is refused, and one whose response is lost is honestly unknown", async () => {
  const contato = { nome: "Ana", situacao: "A", codigo: "c-7" };
  await execute("tiny_create_contact", { contato });
  expect(await execute("tiny_create_contact", { contato })).toMatchObject({ provider_code: "30" });
  world.sandbox.faults.set("tiny", { commitThenTimeout: true, tool: "tiny_create_contact" });
  await expect(
    execute("tiny_create_contact", { contato: { ...contato, codigo: "c-8" } }),
  ).rejects.toMatchObject({ code: "outcome_unknown" });
});
