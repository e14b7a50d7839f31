import type { WireTable } from "../wire/wire-entry.ts";

/** Bling's API v3: JSON, responses in `data`, lists in queries with `[]` behind their names. */
export const blingWire: WireTable = {
  provider: "bling",
  encoding: "json",
  lists: "brackets",
  source: "AlexandreBellas/bling-erp-api-js 5.8.1",
  confidence: "community",
  tools: {
    bling_create_contact: { post: "/Api/v3/contatos", status: 201 },
    bling_list_contacts: { get: "/Api/v3/contatos" },
    bling_create_product: { post: "/Api/v3/produtos", status: 201 },
    bling_list_products: { get: "/Api/v3/produtos" },
    bling_create_order: { post: "/Api/v3/pedidos/vendas", status: 201 },
    bling_list_orders: { get: "/Api/v3/pedidos/vendas" },
    bling_get_stock: { get: "/Api/v3/estoques/saldos" },
    bling_update_stock: { post: "/Api/v3/estoques", status: 201 },
  },
};
