import type { JsonObject } from "@codespar/contract";
import { bareText, calendarDateAt, fromDayFirst, SAO_PAULO } from "@codespar/formats";
import { addRecord, type ErpRecord, findRecord, holdsText, listPage } from "../engines/erp/records.ts";
import { exactAmount } from "../engines/invoices/exact-amount.ts";
import { isObject, numberAt } from "../json/native-json.ts";
import { objectsAt, textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { tinyTools } from "./tools.ts";

/** A record as its creation said it. */
interface TinyRecord extends ErpRecord {
  said: JsonObject;
  /** Of an order. */
  number: number;
}

const PAGE = 100;
const NOTHING_FOUND = "20";
const DUPLICATE = "30";

/** Any one of them must be there. */
const orderFilters = [
  "numero",
  "numeroEcommerce",
  "cliente",
  "cpf_cnpj",
  "situacao",
  "dataInicial",
  "dataFinal",
];

/**
 * Tiny ERP, Brazil (tiny.com.br/api-docs, API 2.0): records in an envelope of their own name, dates DD/MM/AAAA. Products come
 * from outside, so that what is about them is not simulated.
 */
export const tinySimulation = defineSimulation({
  id: "tiny",
  tools: tinyTools,
  handlers: {
    tiny_create_contact(args, context) {
      const said = isObject(args.contato) ? args.contato : {};
      const code = textAt(said, "codigo");
      if (code !== undefined && context.list<TinyRecord>("contact").some((each) => each.said.codigo === code))
        return new Refusal("already_exists", "Registro em duplicidade", DUPLICATE);
      const { id } = addRecord(context, "contact", { said, number: 0 });
      return done({ registros: [{ registro: { sequencia: "1", status: "OK", id: String(id) } }] });
    },
    tiny_list_contacts(args, context) {
      const word = textAt(args, "pesquisa") ?? "";
      const document = textAt(args, "cpf_cnpj");
      return list("contact", "contatos", args, context, {
        matches: ({ said }) =>
          (holdsText(textAt(said, "nome") ?? "", word) || textAt(said, "codigo") === word) &&
          (document === undefined || bareText(textAt(said, "cpf_cnpj") ?? "") === bareText(document)),
        show: ({ id, said }) => ({ contato: { ...said, id: String(id) } }),
      });
    },
    tiny_create_order(args, context) {
      const said = isObject(args.pedido) ? args.pedido : {};
      const number = textAt(said, "numero_pedido_ecommerce");
      const isKnown = context
        .list<TinyRecord>("order")
        .some((order) => textAt(order.said, "numero_pedido_ecommerce") === number);
      if (number !== undefined && isKnown)
        return new Refusal(
          "already_exists",
          "Registro em duplicidade – Pedido de Venda já cadastrado",
          DUPLICATE,
        );
      if (objectsAt(said, "itens").length === 0)
        return new Refusal("invalid_request", "O pedido deve ter ao menos um item", "31");
      const order = addRecord(context, "order", { said, number: context.nextNumber("order_number") });
      const registro = {
        sequencia: "1",
        status: "OK",
        id: String(order.id),
        numero: String(order.number),
      };
      return done({ registros: { registro } });
    },
    tiny_get_order(args, context) {
      const order = findRecord<TinyRecord>(context, "order", numberAt(args, "id"));
      if (order === undefined)
        return new Refusal("not_found", "A Consulta não retornou registros", NOTHING_FOUND);
      const { said } = order;
      return done({
        pedido: {
          ...showOrder(order),
          cliente: said.cliente ?? {},
          itens: said.itens ?? [],
          valor_frete: reais(exactAmount(1, numberAt(said, "valor_frete") ?? 0)),
          valor_desconto: reais(exactAmount(1, numberAt(said, "valor_desconto") ?? 0)),
          total_pedido: reais(totalOf(said)),
        },
      });
    },
    tiny_list_orders(args, context) {
      if (!orderFilters.some((name) => textAt(args, name) !== undefined))
        return new Refusal("invalid_request", "Ao menos um parâmetro de pesquisa deve ser informado", "31");
      return list("order", "pedidos", args, context, {
        matches: (order) => fits(order, args),
        show: (order) => ({
          pedido: {
            ...showOrder(order),
            nome: textAt(order.said, "cliente.nome") ?? "",
            valor: reais(totalOf(order.said)),
          },
        }),
      });
    },
  },
});

function fits({ said, number, createdAt }: TinyRecord, args: JsonObject): boolean {
  const asked = (name: string) => textAt(args, name);
  const date = calendarDateAt(createdAt, SAO_PAULO);
  const [shop, state, client, document] = [
    asked("numeroEcommerce"),
    asked("situacao"),
    asked("cliente"),
    asked("cpf_cnpj"),
  ];
  if (asked("numero") !== undefined && asked("numero") !== String(number)) return false;
  if (shop !== undefined && textAt(said, "numero_pedido_ecommerce") !== shop) return false;
  if (state !== undefined && stateOf(said).toLowerCase() !== state.toLowerCase()) return false;
  if (client !== undefined && !holdsText(textAt(said, "cliente.nome") ?? "", client)) return false;
  if (document !== undefined && bareText(textAt(said, "cliente.cpf_cnpj") ?? "") !== bareText(document))
    return false;
  const [first, last] = [
    fromDayFirst(asked("dataInicial") ?? ""),
    fromDayFirst(asked("dataFinal") ?? "31/12/9999"),
  ];
  return first <= date && date <= last;
}

function showOrder({ id, said, number, createdAt }: TinyRecord): JsonObject {
  const today = calendarDateAt(createdAt, SAO_PAULO).split("-").toReversed().join("/");
  return {
    id: String(id),
    numero: String(number),
    numero_ecommerce: textAt(said, "numero_pedido_ecommerce") ?? "",
    data_pedido: textAt(said, "data_pedido") ?? today,
    situacao: stateOf(said),
  };
}

function stateOf(said: JsonObject): string {
  return textAt(said, "situacao") ?? "Aberto";
}

/** Centavos of the items and the freight, less the discount. */
function totalOf(said: JsonObject): number {
  const items = objectsAt(said, "itens").reduce(
    (sum, each) =>
      sum + exactAmount(numberAt(each, "item.quantidade") ?? 0, numberAt(each, "item.valor_unitario") ?? 0),
    0,
  );
  const [freight, discount] = [numberAt(said, "valor_frete") ?? 0, numberAt(said, "valor_desconto") ?? 0];
  return items + exactAmount(1, freight) - exactAmount(1, discount);
}

function reais(centavos: number): string {
  return (centavos / 100).toFixed(2);
}

interface Listing {
  matches(record: TinyRecord): boolean;
  show(record: TinyRecord): JsonObject;
}

function list(
  kind: string,
  name: string,
  args: JsonObject,
  context: CallContext,
  { matches, show }: Listing,
): JsonObject | Refusal {
  const page = numberAt(args, "pagina") ?? 1;
  const found = page < 1 ? [] : listPage<TinyRecord>(context, kind, { page, size: PAGE, matches });
  if (found.length === 0) return new Refusal("not_found", "A Consulta não retornou registros", NOTHING_FOUND);
  const total = context.list<TinyRecord>(kind).filter(matches).length;
  return done({
    pagina: String(page),
    numero_paginas: String(Math.ceil(total / PAGE)),
    [name]: found.map(show),
  });
}

function done(said: JsonObject): JsonObject {
  return { retorno: { status_processamento: 3, status: "OK", ...said } };
}
