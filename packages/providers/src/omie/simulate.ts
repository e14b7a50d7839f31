import type { JsonObject } from "@codespar/contract";
import { bareText, calendarDateAt, formatSpacedTimestamp, fromDayFirst, SAO_PAULO } from "@codespar/formats";
import { addRecord, type ErpRecord, findRecord, listPage } from "../engines/erp/records.ts";
import { exactAmount } from "../engines/invoices/exact-amount.ts";
import { isObject, numberAt } from "../json/native-json.ts";
import { objectsAt, textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { omieTools } from "./tools.ts";

export type OmieKind = "customer" | "order" | "payable" | "product" | "receivable" | "service_order";

/** A record under its integration code, as its creation said it. */
interface OmieRecord extends ErpRecord {
  code: string;
  said: JsonObject;
}

/** Where each kind says its integration code, what its ids are called, and what it is called itself. */
const kinds: Readonly<Record<OmieKind, { path: string; code: string; id: string; word: string }>> = {
  customer: {
    path: "codigo_cliente_integracao",
    code: "codigo_cliente_integracao",
    id: "codigo_cliente_omie",
    word: "Cliente",
  },
  product: {
    path: "codigo_produto_integracao",
    code: "codigo_produto_integracao",
    id: "codigo_produto",
    word: "Produto",
  },
  order: {
    path: "cabecalho.codigo_pedido_integracao",
    code: "codigo_pedido_integracao",
    id: "codigo_pedido",
    word: "Pedido",
  },
  service_order: {
    path: "Cabecalho.cCodIntOS",
    code: "cCodIntOS",
    id: "nCodOS",
    word: "Ordem de Serviço",
  },
  receivable: {
    path: "codigo_lancamento_integracao",
    code: "codigo_lancamento_integracao",
    id: "codigo_lancamento_omie",
    word: "Lançamento",
  },
  payable: {
    path: "codigo_lancamento_integracao",
    code: "codigo_lancamento_integracao",
    id: "codigo_lancamento_omie",
    word: "Lançamento",
  },
};

const FAULT = "SOAP-ENV:Client";
const DUPLICATE = `${FAULT}-102`;
const NO_RECORDS = `${FAULT}-5113`;

const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 500;

/** Omie, Brazil (developer.omie.com.br): the `param` of each call; integration codes are unique, dates are DD/MM/AAAA. */
export const omieSimulation = defineSimulation({
  id: "omie",
  tools: omieTools,
  handlers: {
    omie_create_customer: (args, context) => create("customer", args, context),
    omie_list_customers(args, context) {
      const [document, email] = [
        textAt(args, "clientesFiltro.cnpj_cpf"),
        textAt(args, "clientesFiltro.email"),
      ];
      return list("customer", "clientes_cadastro", args, context, ({ said }) => {
        const own = bareText(textAt(said, "cnpj_cpf") ?? "");
        if (document !== undefined && own !== bareText(document)) return false;
        return email === undefined || textAt(said, "email") === email;
      });
    },
    omie_create_product: (args, context) => create("product", args, context),
    omie_list_products: (args, context) =>
      // nothing is said of Omie.PDV, so that no product is part of it
      list("product", "produto_servico_cadastro", args, context, () => args.filtrar_apenas_omiepdv !== "S"),
    omie_create_order(args, context) {
      const customer = numberAt(args, "cabecalho.codigo_cliente");
      if (findRecord(context, "customer", customer) === undefined)
        return fault(`Cliente não cadastrado para o Código [${customer}] !`);
      if (objectsAt(args, "det").length === 0) return fault("Informe os itens do pedido na tag [det] !");
      return create("order", args, context);
    },
    omie_get_order(args, context) {
      const order = find("order", args, context);
      return order instanceof Refusal
        ? order
        : { pedido_venda_produto: showOmieRecord("order", order, context) };
    },
    omie_list_orders(args, context) {
      const [stage, first = "", last = "9999-12-31"] = [
        textAt(args, "etapa"),
        dateAt(args, "filtrar_por_data_de"),
        dateAt(args, "filtrar_por_data_ate"),
      ];
      return list("order", "pedido_venda_produto", args, context, ({ said, createdAt }) => {
        const date = calendarDateAt(createdAt, SAO_PAULO);
        return (stage === undefined || stageOf(said) === stage) && first <= date && date <= last;
      });
    },
    omie_create_service_order(args, context) {
      const customer = numberAt(args, "Cabecalho.nCodCli");
      if (findRecord(context, "customer", customer) === undefined)
        return fault(`Cliente não cadastrado para o Código [${customer}] !`);
      return create("service_order", args, context);
    },
    omie_create_receivable: (args, context) => createEntry("receivable", args, context),
    omie_list_receivables(args, context) {
      const [customer, status] = [numberAt(args, "filtrar_cliente"), textAt(args, "filtrar_por_status")];
      return list("receivable", "conta_receber_cadastro", args, context, ({ said }) => {
        if (customer !== undefined && numberAt(said, "codigo_cliente_fornecedor") !== customer) return false;
        return status === undefined || titleStatus(said, context) === status;
      });
    },
    omie_create_payable: (args, context) => createEntry("payable", args, context),
  },
});

/** One record by its integration code or by Omie's own number, as a `Consultar…` of Omie's shows it. */
export function findOmieRecord(kind: OmieKind, args: JsonObject, context: CallContext): JsonObject | Refusal {
  const record = find(kind, args, context);
  return record instanceof Refusal ? record : showOmieRecord(kind, record, context);
}

function create(kind: OmieKind, args: JsonObject, context: CallContext): JsonObject | Refusal {
  const { path, code: codeName, id: idName, word } = kinds[kind];
  const code = textAt(args, path) ?? context.operationId.replace(/[^0-9A-Za-z]/g, "");
  if (context.list<OmieRecord>(kind).some((record) => record.code === code))
    return fault(`${word} já cadastrado para o Código de Integração [${code}] !`, DUPLICATE);
  const { id } = addRecord(context, kind, { code, said: args });
  if (kind === "service_order")
    return {
      [codeName]: code,
      [idName]: id,
      cNumOS: numberOf(id),
      cCodStatus: "0",
      cDescStatus: `${word} cadastrada com sucesso!`,
    };
  return {
    [idName]: id,
    [codeName]: code,
    codigo_status: "0",
    descricao_status: `${word} cadastrado com sucesso!`,
    ...(kind === "order" ? { numero_pedido: numberOf(id) } : {}),
  };
}

function createEntry(
  kind: "payable" | "receivable",
  args: JsonObject,
  context: CallContext,
): JsonObject | Refusal {
  const party = numberAt(args, "codigo_cliente_fornecedor");
  if (findRecord(context, "customer", party) === undefined)
    return fault(`Cliente não cadastrado para o Código [${party}] !`);
  return create(kind, args, context);
}

function find(kind: OmieKind, args: JsonObject, context: CallContext): OmieRecord | Refusal {
  const { code: codeName, id: idName, word } = kinds[kind];
  const [id, code] = [numberAt(args, idName), textAt(args, codeName)];
  const found =
    id === undefined
      ? context.list<OmieRecord>(kind).find((record) => record.code === code)
      : findRecord<OmieRecord>(context, kind, id);
  return found ?? fault(`${word} não cadastrado para o Código [${id ?? code ?? ""}] !`);
}

function list(
  kind: OmieKind,
  name: string,
  args: JsonObject,
  context: CallContext,
  matches: (record: OmieRecord) => boolean,
): JsonObject | Refusal {
  const page = numberAt(args, "pagina") ?? 1;
  const size = Math.min(numberAt(args, "registros_por_pagina") ?? DEFAULT_PAGE, LARGEST_PAGE);
  const records = page < 1 || size < 1 ? [] : listPage<OmieRecord>(context, kind, { page, size, matches });
  if (records.length === 0) return fault(`Não existem registros para a página [${page}]!`, NO_RECORDS);
  const total = context.list<OmieRecord>(kind).filter(matches).length;
  return {
    pagina: page,
    total_de_paginas: Math.ceil(total / size),
    registros: records.length,
    total_de_registros: total,
    [name]: records.map((record) => showOmieRecord(kind, record, context)),
  };
}

function showOmieRecord(kind: OmieKind, record: OmieRecord, context: SimulationContext): JsonObject {
  const { id, code, said } = record;
  const { code: codeName, id: idName } = kinds[kind];
  const ids = { [idName]: id, [codeName]: code };
  switch (kind) {
    case "customer":
      return {
        ...said,
        ...ids,
        pessoa_fisica: bareText(textAt(said, "cnpj_cpf") ?? "").length === 11 ? "S" : "N",
        info: infoOf(record),
      };
    case "product":
      return { ...said, ...ids, info: infoOf(record) };
    case "order":
      return {
        ...said,
        cabecalho: {
          ...(isObject(said.cabecalho) ? said.cabecalho : {}),
          ...ids,
          numero_pedido: numberOf(id),
          etapa: stageOf(said),
          quantidade_itens: objectsAt(said, "det").length,
        },
        total_pedido: totalsOf(said),
        infoCadastro: infoOf(record),
      };
    case "service_order":
      return {
        ...said,
        Cabecalho: {
          ...(isObject(said.Cabecalho) ? said.Cabecalho : {}),
          ...ids,
          cNumOS: numberOf(id),
        },
        InfoCadastro: infoOf(record),
      };
    case "receivable":
    case "payable":
      return { ...said, ...ids, status_titulo: titleStatus(said, context), info: infoOf(record) };
    default:
      throw new TypeError(`Unknown kind ${String(kind satisfies never)}.`);
  }
}

/** Order and service order are counted by the account's records. */
function numberOf(id: number): string {
  return String(id % 1_000_000);
}

function infoOf({ createdAt }: OmieRecord): JsonObject {
  const [date = "", time = ""] = formatSpacedTimestamp(createdAt, SAO_PAULO).split(" ");
  return { dInc: dayFirst(date), hInc: time, cImpAPI: "S" };
}

function stageOf(said: JsonObject): string {
  return textAt(said, "cabecalho.etapa") ?? "10";
}

/** Goods, what is taken off them by value or percent, and freight, in reais. */
function totalsOf(said: JsonObject): JsonObject {
  let [goods, discounts] = [0, 0];
  for (const item of objectsAt(said, "det")) {
    const amount = exactAmount(
      numberAt(item, "produto.quantidade") ?? 0,
      numberAt(item, "produto.valor_unitario") ?? 0,
    );
    const off = numberAt(item, "produto.valor_desconto") ?? 0;
    goods += amount;
    discounts +=
      textAt(item, "produto.tipo_desconto") === "P" ? exactAmount(off, amount / 10_000) : exactAmount(1, off);
  }
  const freight = exactAmount(1, numberAt(said, "frete.valor_frete") ?? 0);
  return {
    valor_mercadorias: goods / 100,
    valor_descontos: discounts / 100,
    valor_total_pedido: (goods - discounts + freight) / 100,
  };
}

/** Nothing is ever received in the simulation. */
function titleStatus(said: JsonObject, { now }: SimulationContext): string {
  const due = dateAt(said, "data_vencimento") ?? "9999-12-31";
  return due < calendarDateAt(now, SAO_PAULO) ? "ATRASADO" : "A VENCER";
}

function dateAt(json: JsonObject, path: string): string | undefined {
  const text = textAt(json, path);
  return text === undefined ? undefined : fromDayFirst(text);
}

function dayFirst(date: string): string {
  return date.split("-").toReversed().join("/");
}

function fault(message: string, code = FAULT): Refusal {
  return new Refusal("invalid_request", `ERROR: ${message}`, code);
}
