import type { WireEntry, WireTable } from "../wire/wire-entry.ts";

const customers = "/api/v1/geral/clientes/";
const products = "/api/v1/geral/produtos/";
const orders = "/api/v1/produtos/pedido/";
const serviceOrders = "/api/v1/servicos/os/";
const receivables = "/api/v1/financas/contareceber/";
const payables = "/api/v1/financas/contapagar/";

/** Omie's JSON calls: one address for each kind of record, and the method in the body. A path without its last slash is redirected. */
export const omieWire: WireTable = {
  provider: "omie",
  encoding: "json",
  source: "Omie's generated PHP clients (ClientesCadastro, ProdutosCadastro, PedidoVendaProduto)",
  confidence: "spec",
  tools: {
    omie_create_customer: { post: customers, fixed: { call: "IncluirCliente" } },
    omie_list_customers: { post: customers, fixed: { call: "ListarClientes" } },
    omie_create_product: { post: products, fixed: { call: "IncluirProduto" } },
    omie_list_products: { post: products, fixed: { call: "ListarProdutos" } },
    omie_create_order: { post: orders, fixed: { call: "IncluirPedido" } },
    omie_get_order: { post: orders, fixed: { call: "ConsultarPedido" } },
    omie_list_orders: { post: orders, fixed: { call: "ListarPedidos" } },
    omie_create_service_order: {
      post: serviceOrders,
      fixed: { call: "IncluirOS" },
      confidence: "community",
    },
    omie_create_receivable: {
      post: receivables,
      fixed: { call: "IncluirContaReceber" },
      confidence: "community",
    },
    omie_list_receivables: {
      post: receivables,
      fixed: { call: "ListarContasReceber" },
      confidence: "community",
    },
    omie_create_payable: { post: payables, fixed: { call: "IncluirContaPagar" }, confidence: "community" },
  },
};

/** Reads of one record by its integration code, which are no tools. */
export const omieReads = {
  omie_find_customer: { post: customers, fixed: { call: "ConsultarCliente" } },
  omie_find_product: { post: products, fixed: { call: "ConsultarProduto" } },
  omie_find_service_order: {
    post: serviceOrders,
    fixed: { call: "ConsultarOS" },
    confidence: "community",
  },
  omie_find_receivable: {
    post: receivables,
    fixed: { call: "ConsultarContaReceber" },
    confidence: "community",
  },
  omie_find_payable: { post: payables, fixed: { call: "ConsultarContaPagar" }, confidence: "community" },
} as const satisfies Readonly<Record<string, WireEntry>>;
