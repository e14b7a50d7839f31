import type { JsonObject } from "@codespar/contract";
import { bareText, calendarDateAt, SAO_PAULO } from "@codespar/formats";
import { addRecord, type ErpRecord, findRecord, holdsText, listPage } from "../engines/erp/records.ts";
import { getStock, listWarehouses, moveStock, type StockOperation } from "../engines/erp/stock.ts";
import { isObject, numberAt, valueAt } from "../json/native-json.ts";
import { objectsAt, textAt, textsAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { blingTools } from "./tools.ts";

/** A record as its creation said it. */
interface BlingRecord extends ErpRecord {
  said: JsonObject;
}

const operations: Readonly<Record<string, StockOperation>> = { B: "count", E: "in", S: "out" };

/** State of a new order: 6, `Em aberto`. */
const OPEN = { id: 6, valor: 0 };

/** Bling (developer.bling.com.br, API v3): reais, camelCase Portuguese, other records by `{ id }`. */
export const blingSimulation = defineSimulation({
  id: "bling",
  tools: blingTools,
  handlers: {
    bling_create_contact: (args, context) => create("contact", args, context),
    bling_list_contacts(args, context) {
      const document = textAt(args, "numeroDocumento");
      const word = textAt(args, "pesquisa") ?? "";
      return list("contact", args, context, {
        matches: ({ said }) =>
          (document === undefined ||
            bareText(textAt(said, "numeroDocumento") ?? "") === bareText(document)) &&
          (holdsText(textAt(said, "nome") ?? "", word) || holdsText(textAt(said, "fantasia") ?? "", word)),
        show: ({ id, said }) => ({
          id,
          nome: textAt(said, "nome") ?? "",
          codigo: textAt(said, "codigo") ?? "",
          situacao: textAt(said, "situacao") ?? "A",
          numeroDocumento: textAt(said, "numeroDocumento") ?? "",
          telefone: textAt(said, "telefone") ?? "",
          celular: textAt(said, "celular") ?? "",
        }),
      });
    },
    bling_create_product: (args, context) => create("product", args, context, { warnings: [] }),
    bling_list_products(args, context) {
      const codes = new Set(textsAt(args, "codigos"));
      const word = textAt(args, "nome") ?? "";
      return list("product", args, context, {
        matches: ({ said }) =>
          (codes.size === 0 || codes.has(textAt(said, "codigo") ?? "")) &&
          holdsText(textAt(said, "nome") ?? "", word),
        show: ({ id, said }) => ({
          id,
          nome: textAt(said, "nome") ?? "",
          codigo: textAt(said, "codigo") ?? "",
          preco: numberAt(said, "preco") ?? 0,
          estoque: { saldoVirtualTotal: totalStock(context, id) },
          tipo: textAt(said, "tipo") ?? "P",
          situacao: textAt(said, "situacao") ?? "A",
          formato: textAt(said, "formato") ?? "S",
          descricaoCurta: textAt(said, "descricaoCurta") ?? "",
        }),
      });
    },
    bling_create_order(args, context) {
      if (findRecord(context, "contact", numberAt(args, "contato.id")) === undefined)
        return invalid("contato", "O contato informado não existe.");
      if (objectsAt(args, "itens").length === 0) return invalid("itens", "Informe ao menos um item.");
      const numero = context.nextNumber("order_number");
      return create("order", { ...args, numero }, context, { alertas: [] });
    },
    bling_list_orders(args, context) {
      const shops = new Set(textsAt(args, "numerosLojas"));
      const states = valueAt(args, "idsSituacoes");
      const [contact, number] = [numberAt(args, "idContato"), numberAt(args, "numero")];
      const [first = "", last = "9999-12-31"] = [textAt(args, "dataInicial"), textAt(args, "dataFinal")];
      return list("order", args, context, {
        matches({ said }) {
          const date = textAt(said, "data") ?? "";
          if (shops.size > 0 && !shops.has(textAt(said, "numeroLoja") ?? "")) return false;
          if (Array.isArray(states) && states.length > 0 && !states.includes(OPEN.id)) return false;
          if (contact !== undefined && numberAt(said, "contato.id") !== contact) return false;
          if (number !== undefined && numberAt(said, "numero") !== number) return false;
          return first <= date && date <= last;
        },
        show: (order) => orderJson(order, context),
      });
    },
    bling_get_stock(args, context) {
      const ids = valueAt(args, "idsProdutos");
      const asked = Array.isArray(ids) ? ids : [];
      return {
        data: asked.flatMap((id) => {
          const product =
            typeof id === "number" ? findRecord<BlingRecord>(context, "product", id) : undefined;
          return product === undefined ? [] : [stockJson(product.id, context)];
        }),
      };
    },
    bling_update_stock(args, context) {
      const product = findRecord<BlingRecord>(context, "product", numberAt(args, "produto.id"));
      if (product === undefined) return invalid("produto", "O produto informado não existe.");
      const { id } = moveStock(context, {
        product: product.id,
        warehouse: numberAt(args, "deposito.id") ?? 0,
        operation: operations[textAt(args, "operacao") ?? ""] ?? "count",
        quantity: numberAt(args, "quantidade") ?? 0,
      });
      return { data: { id } };
    },
  },
});

function create(kind: string, said: JsonObject, context: CallContext, more: JsonObject = {}): JsonObject {
  const { id } = addRecord(context, kind, { said });
  return { data: { id, ...more } };
}

interface Listing {
  matches(record: BlingRecord): boolean;
  show(record: BlingRecord): JsonObject;
}

function list(
  kind: string,
  args: JsonObject,
  context: CallContext,
  { matches, show }: Listing,
): JsonObject | Refusal {
  const page = numberAt(args, "pagina") ?? 1;
  const size = numberAt(args, "limite") ?? 100;
  if (page < 1 || size < 1 || size > 100) return invalid("limite", "A página começa em 1 e tem até 100.");
  return { data: listPage<BlingRecord>(context, kind, { page, size, matches }).map(show) };
}

function orderJson({ id, said, createdAt }: BlingRecord, context: CallContext): JsonObject {
  const contact = findRecord<BlingRecord>(context, "contact", numberAt(said, "contato.id"));
  // centavos, by whole millionths of a quantity and whole centavos of a price
  const total = objectsAt(said, "itens").reduce((sum, item) => {
    const quantity = Math.round((numberAt(item, "quantidade") ?? 0) * 1_000_000);
    return sum + Math.round((quantity * Math.round((numberAt(item, "valor") ?? 0) * 100)) / 1_000_000);
  }, 0);
  const freight = Math.round((numberAt(said, "transporte.frete") ?? 0) * 100);
  return {
    id,
    numero: numberAt(said, "numero") ?? 0,
    numeroLoja: textAt(said, "numeroLoja") ?? "",
    data: textAt(said, "data") ?? calendarDateAt(createdAt, SAO_PAULO),
    dataSaida: textAt(said, "dataSaida") ?? "0000-00-00",
    dataPrevista: textAt(said, "dataPrevista") ?? "0000-00-00",
    totalProdutos: total / 100,
    total: (total + freight) / 100,
    contato: {
      id: contact?.id ?? 0,
      nome: textAt(contact?.said, "nome") ?? "",
      tipoPessoa: textAt(contact?.said, "tipo") ?? "F",
      numeroDocumento: textAt(contact?.said, "numeroDocumento") ?? "",
    },
    situacao: { ...OPEN },
    loja: isObject(said.loja) ? said.loja : { id: 0 },
  };
}

/** What is reserved for orders is not simulated: all that is there is free. */
function stockJson(product: number, context: CallContext): JsonObject {
  const warehouses = listWarehouses(context, product).map((id) => {
    const held = getStock(context, { product, warehouse: id });
    return { id, saldoFisico: held, saldoVirtual: held };
  });
  const total = totalStock(context, product);
  return {
    produto: { id: product },
    saldoFisicoTotal: total,
    saldoVirtualTotal: total,
    depositos: warehouses,
  };
}

function totalStock(context: CallContext, product: number): number {
  const millionths = listWarehouses(context, product).reduce(
    (sum, warehouse) => sum + Math.round(getStock(context, { product, warehouse }) * 1_000_000),
    0,
  );
  return millionths / 1_000_000;
}

function invalid(element: string, message: string): Refusal {
  return new Refusal("invalid_request", message, element);
}
