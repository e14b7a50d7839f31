import type { JsonObject } from "@codespar/contract";
import { afterEach, beforeEach, expect, it } from "vitest";
import { liveWorld } from "./live-world.ts";

let world: Awaited<ReturnType<typeof liveWorld>>;
beforeEach(async () => {
  world = await liveWorld("omie");
});
afterEach(() => world.close());

async function execute(name: string, args: JsonObject) {
  const session = await world.client.sessions.create({ servers: ["omie"] });
  const result = await session.execute({ name, arguments: args });
  return result.success ? Object(result.data) : result.error;
}

/** A request as any client of Omie's makes it. */
async function call(path: string, method: string, param: JsonObject, keys: JsonObject = world.credentials) {
  const response = await fetch(`${world.providerUrl}/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      call: method,
      app_key: keys.app_key,
      app_secret: keys.app_secret,
      param: [param],
    }),
  });
  return { status: response.status, body: await response.json() };
}

const customer = { razao_social: "Café Ltda", cnpj_cpf: "11.222.333/0001-81" };

it("a customer and an order made through CodeSpar are read at Omie, and the other way round", async () => {
  const made = await execute("omie_create_customer", { ...customer, codigo_cliente_integracao: "c-7" });
  expect(made).toMatchObject({ codigo_cliente_integracao: "c-7", codigo_status: "0" });
  const read = await call("/geral/clientes/", "ConsultarCliente", { codigo_cliente_integracao: "c-7" });
  expect(read).toMatchObject({
    status: 200,
    body: { ...customer, codigo_cliente_omie: made.codigo_cliente_omie, pessoa_fisica: "N" },
  });

  const product = await call("/geral/produtos/", "IncluirProduto", {
    codigo_produto_integracao: "p-1",
    codigo: "CAFE-1",
    descricao: "Café",
    unidade: "UN",
    ncm: "0901.21.00",
    valor_unitario: 64.9,
  });
  const order = await execute("omie_create_order", {
    cabecalho: {
      codigo_pedido_integracao: "order-7",
      codigo_cliente: made.codigo_cliente_omie,
      data_previsao: "10/12/2026",
    },
    det: [
      {
        produto: {
          codigo_produto: product.body.codigo_produto,
          quantidade: 3,
          valor_unitario: 64.9,
          tipo_desconto: "P",
          valor_desconto: 10,
        },
      },
    ],
    frete: { modalidade: "0", valor_frete: 12.5 },
  });
  expect(order).toMatchObject({ codigo_pedido_integracao: "order-7", codigo_status: "0" });
  expect(await execute("omie_get_order", { codigo_pedido_integracao: "order-7" })).toMatchObject({
    pedido_venda_produto: {
      cabecalho: { codigo_pedido: order.codigo_pedido, etapa: "10", quantidade_itens: 1 },
      total_pedido: { valor_mercadorias: 194.7, valor_descontos: 19.47, valor_total_pedido: 187.73 },
    },
  });
});

it("has each record on one page exactly, and says a fault for the page after the last", async () => {
  for (let index = 1; index <= 7; index += 1)
    await execute("omie_create_customer", { razao_social: `Cliente ${index}` });
  const seen: string[] = [];
  let pages = 1;
  for (let page = 1; page <= pages; page += 1) {
    const { body } = await call("/geral/clientes/", "ListarClientes", {
      pagina: page,
      registros_por_pagina: 3,
    });
    expect(body).toMatchObject({ pagina: page, total_de_paginas: 3, total_de_registros: 7 });
    pages = body.total_de_paginas;
    seen.push(...body.clientes_cadastro.map((each: { razao_social: string }) => each.razao_social));
  }
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7].map((index) => `Cliente ${index}`));
  expect(await call("/geral/clientes/", "ListarClientes", { pagina: 4, registros_por_pagina: 3 })).toEqual({
    status: 500,
    body: {
      faultstring: "ERROR: Não existem registros para a página [4]!",
      faultcode: "SOAP-ENV:Client-5113",
    },
  });
});

it("refuses a second record under the same integration code, and keys that are none", async () => {
  await execute("omie_create_customer", { ...customer, codigo_cliente_integracao: "c-7" });
  expect(
    await execute("omie_create_customer", { ...customer, codigo_cliente_integracao: "c-7" }),
  ).toMatchObject({ provider_code: "SOAP-ENV:Client-102" });
  expect((await call("/geral/clientes/", "ListarClientes", {})).body.total_de_registros).toBe(1);
  expect(
    await call("/geral/clientes/", "ListarClientes", {}, { app_key: "x", app_secret: "y" }),
  ).toMatchObject({
    status: 403,
  });
});

it("lists receivables by what became of them", async () => {
  const { codigo_cliente_omie } = await execute("omie_create_customer", customer);
  for (const [code, due] of [
    ["r-1", "01/12/2099"],
    ["r-2", "01/12/2020"],
  ] as const)
    await execute("omie_create_receivable", {
      codigo_lancamento_integracao: code,
      codigo_cliente_fornecedor: codigo_cliente_omie,
      data_vencimento: due,
      valor_documento: 100.1,
      codigo_categoria: "1.01.02",
    });
  expect(await execute("omie_list_receivables", { filtrar_por_status: "ATRASADO" })).toMatchObject({
    total_de_registros: 1,
    conta_receber_cadastro: [
      { codigo_lancamento_integracao: "r-2", valor_documento: 100.1, status_titulo: "ATRASADO" },
    ],
  });
});
