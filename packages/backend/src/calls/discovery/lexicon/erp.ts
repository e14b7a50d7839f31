import type { Lexicon } from "./lexicon.ts";

export const erp: Lexicon = {
  erp: "erp, gestao, gestion",
  customer: "customer*, client*, comprador*, buyer*, consumidor*",
  product: "product*, produt*, item, items, itens, articulo*, sku*, mercadoria*, mercancia*",
  order:
    "order*, pedid*, orden, ordenes, ordem, ordens, orden compra, ordenes compra, ordem compra, pedido compra, pedidos compra, purchase order, purchase orders, ~encomend*, ~compra*",
  service_order:
    "service order, service orders, ordem servico, ordens servico, orden servicio, ordenes servicio",
  sale: "sale*, vend*, vent*",
  stock: "stock*, estoq*, inventar*, inventory, existencia*, almacen*",
  estimate: "estimat*, orcament*, presupuest*",
  summary: "summar*, resum*",
  finance: "financ*, finanz*",
};
