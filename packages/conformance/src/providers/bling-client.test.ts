import BlingModule from "bling-erp-api";
import { afterEach, beforeEach, expect, it } from "vitest";
import { liveWorld } from "./live-world.ts";

// what the test runner hands over is the class itself; the package's types know only the module around it
const Bling = BlingModule as unknown as typeof BlingModule.default;

let world: Awaited<ReturnType<typeof liveWorld>>;
beforeEach(async () => {
  world = await liveWorld("bling");
});
afterEach(() => world.close());

async function execute(name: string, args: object) {
  const session = await world.client.sessions.create({ servers: ["bling"] });
  return session.execute({ name, arguments: { ...args } });
}

const id = (result: Awaited<ReturnType<typeof execute>>): number => {
  if (!result.success) throw new Error(result.error.message);
  return Object(result.data).data.id;
};
const connect = () => new Bling(world.credential, `${world.providerUrl}/Api/v3`);

it("Bling's client reads the contact, product, stock and order that CodeSpar made, and CodeSpar what it made", async () => {
  const bling = connect();
  const contact = id(
    await execute("bling_create_contact", {
      nome: "Ana Souza",
      tipo: "F",
      situacao: "A",
      numeroDocumento: "529.982.247-25",
    }),
  );
  expect((await bling.contatos.get({ pesquisa: "souza" })).data).toMatchObject([
    { id: contact, nome: "Ana Souza", numeroDocumento: "529.982.247-25" },
  ]);
  const made = await bling.produtos.create({
    nome: "Café em grãos",
    codigo: "CAFE-1",
    preco: 64.9,
    tipo: "P",
    situacao: "A",
    formato: "S",
    variacoes: [],
  });
  const product = made.data.id ?? 0;
  const found = await execute("bling_list_products", { codigos: ["CAFE-1", "OTHER"] });
  expect(found).toMatchObject({ success: true, data: { data: [{ id: product, preco: 64.9 }] } });
  for (const [operacao, quantidade] of [
    ["B", 10],
    ["E", 2.5],
    ["S", 0.1],
  ] as const)
    id(
      await execute("bling_update_stock", {
        produto: { id: product },
        deposito: { id: 1 },
        operacao,
        quantidade,
      }),
    );
  expect((await bling.estoques.getBalances({ idsProdutos: [product] })).data).toEqual([
    {
      produto: { id: product },
      saldoFisicoTotal: 12.4,
      saldoVirtualTotal: 12.4,
      depositos: [{ id: 1, saldoFisico: 12.4, saldoVirtual: 12.4 }],
    },
  ]);
  const order = await execute("bling_create_order", {
    data: "2026-12-01",
    numeroLoja: "pedido-7",
    contato: { id: contact },
    itens: [{ produto: { id: product }, descricao: "Café", quantidade: 3, valor: 64.9 }],
  });
  const [listed] = (await bling.pedidosVendas.get({ idContato: contact })).data;
  expect(listed).toMatchObject({ id: id(order), totalProdutos: 194.7, contato: { nome: "Ana Souza" } });
  // at Bling our reference stands in front of the shop's own
  expect(listed?.numeroLoja).toBe(`${order.tool_call_id}-pedido-7`);
  const own = await execute("bling_list_orders", { idContato: contact });
  expect(own).toMatchObject({ data: { data: [{ numeroLoja: "pedido-7" }] } });
});

it("an order whose response is lost is found by our reference, and made once", async () => {
  const contact = id(await execute("bling_create_contact", { nome: "Ana", tipo: "F", situacao: "A" }));
  world.sandbox.faults.set("bling", { commitThenTimeout: true, tool: "bling_create_order" });
  const order = await execute("bling_create_order", {
    data: "2026-12-01",
    contato: { id: contact },
    itens: [{ descricao: "Café", quantidade: 1, valor: 10 }],
  });
  expect(order.success).toBe(true);
  const { data } = await connect().pedidosVendas.get({ idContato: contact });
  expect(data.map((each) => each.id)).toEqual([id(order)]);
});

it("a contact whose response is lost is honestly unknown", async () => {
  world.sandbox.faults.set("bling", { commitThenTimeout: true, tool: "bling_create_contact" });
  await expect(
    execute("bling_create_contact", { nome: "Ana", tipo: "F", situacao: "A" }),
  ).rejects.toMatchObject({ code: "outcome_unknown" });
});

it("its client gets a wrong token and a missing field as errors of Bling's own", async () => {
  await expect(new Bling("x", `${world.providerUrl}/Api/v3`).contatos.get()).rejects.toThrow();
  await expect(
    connect().pedidosVendas.create({
      data: "2026-12-01",
      dataSaida: "2026-12-01",
      dataPrevista: "2026-12-01",
      contato: { id: 1 },
      itens: [],
      parcelas: [],
    }),
  ).rejects.toThrow();
});
