import { defineTools } from "../tools/define-tools.ts";
import { integer, list, nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const page = {
  page: integer("From 1."),
  pageSize: integer("Default: 20."),
  filial: text("Branch of the company."),
};

/** The native tools of TOTVS Protheus. */
export const totvsTools = defineTools({
  totvs_create_customer: {
    description: "Adds a customer to table SA1.",
    input: nativeInput(
      {
        A1_COD: text("Six characters. Default: the next."),
        A1_LOJA: text("Two characters. Default: 01."),
        A1_NOME: text("At most 40 characters."),
        A1_NREDUZ: text("Trade name, at most 20 characters."),
        A1_PESSOA: oneOf("F", "J"),
        A1_TIPO: oneOf("F", "L", "R", "S", "X"),
        A1_CGC: text("CPF or CNPJ, digits."),
        A1_INSCR: text(),
        A1_END: text(),
        A1_BAIRRO: text(),
        A1_COD_MUN: text("IBGE, five digits."),
        A1_EST: text("Two letters."),
        A1_CEP: text(),
        A1_EMAIL: text(),
      },
      "A1_NOME",
      "A1_NREDUZ",
      "A1_TIPO",
      "A1_END",
      "A1_EST",
    ),
  },
  totvs_list_customers: {
    description: "Lists customers of table SA1, by name or document.",
    input: nativeInput({ ...page, A1_NOME: text(), A1_CGC: text() }),
  },
  totvs_list_products: {
    description: "Lists products of table SB1, by code, description or group.",
    input: nativeInput({ ...page, B1_COD: text(), B1_DESC: text(), B1_GRUPO: text() }),
  },
  totvs_create_order: {
    description: "Adds a sales order: its head in table SC5, its items in SC6 (MATA410).",
    input: nativeInput(
      {
        C5_TIPO: oneOf("N", "C", "I", "P", "D", "B"),
        C5_CLIENTE: text("A1_COD of the customer."),
        C5_LOJACLI: text("A1_LOJA of the customer."),
        C5_TIPOCLI: oneOf("F", "L", "R", "S", "X"),
        C5_CONDPAG: text("Code of the payment terms, such as 001."),
        C5_EMISSAO: text("AAAAMMDD."),
        C5_FRETE: number("Reais."),
        itens: list(
          object(
            {
              C6_ITEM: text("01, 02, …"),
              C6_PRODUTO: text("B1_COD of the product."),
              C6_QTDVEN: number(),
              C6_PRCVEN: number("Reais."),
              C6_TES: text("Kind of output, such as 501."),
              C6_LOCAL: text("Warehouse."),
            },
            "C6_PRODUTO",
            "C6_QTDVEN",
            "C6_PRCVEN",
            "C6_TES",
          ),
        ),
      },
      "C5_TIPO",
      "C5_CLIENTE",
      "C5_LOJACLI",
      "C5_CONDPAG",
      "itens",
    ),
  },
  totvs_get_order: {
    description: "Reads one sales order with its items.",
    input: nativeInput({ filial: text(), C5_NUM: text("Six characters.") }, "C5_NUM"),
  },
  totvs_list_orders: {
    description: "Lists sales orders, by customer or date of issue.",
    input: nativeInput({
      ...page,
      C5_CLIENTE: text(),
      emissaoDe: text("AAAAMMDD."),
      emissaoAte: text("AAAAMMDD."),
    }),
  },
  totvs_get_stock: {
    description: "Reads one product's stock by warehouse from table SB2.",
    input: nativeInput(
      { filial: text(), B2_COD: text("B1_COD of the product."), B2_LOCAL: text() },
      "B2_COD",
    ),
  },
});
