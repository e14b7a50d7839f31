import type { WireTable } from "../wire/wire-entry.ts";

/** Tiny's API 2.0: forms with the token in each, records as JSON within one field (see `messages.ts`), HTTP 200 whatever happens. */
export const tinyWire: WireTable = {
  provider: "tiny",
  // the bodies are forms all the same: `messages.ts` writes and reads them
  encoding: "json",
  source: "tiny.com.br/api-docs, API 2.0: Incluir Pedido, Pesquisar Pedidos, Pesquisar Contatos",
  confidence: "doc",
  tools: {
    tiny_create_contact: { post: "/api2/contato.incluir.php", confidence: "community" },
    tiny_list_contacts: { post: "/api2/contatos.pesquisa.php" },
    tiny_get_product: { post: "/api2/produto.obter.php", confidence: "community" },
    tiny_list_products: { post: "/api2/produtos.pesquisa.php", confidence: "community" },
    tiny_create_order: { post: "/api2/pedido.incluir.php" },
    tiny_get_order: { post: "/api2/pedido.obter.php", confidence: "community" },
    tiny_list_orders: { post: "/api2/pedidos.pesquisa.php" },
    tiny_get_stock: { post: "/api2/produto.obter.estoque.php", confidence: "community" },
  },
};
