import { defineTools } from "../tools/define-tools.ts";
import { flag, integer, list, nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const page = { pagina: integer("From 1."), registros_por_pagina: integer("At most 500.") };

const imported = { apenas_importado_api: oneOf("S", "N") };

const entry = {
  codigo_lancamento_integracao: text("Your own id, unique in the account; one is made where you give none."),
  codigo_cliente_fornecedor: integer("Omie's id of the customer or supplier."),
  data_vencimento: text("DD/MM/AAAA."),
  data_previsao: text("DD/MM/AAAA."),
  valor_documento: number("Reais."),
  codigo_categoria: text("Such as 1.01.02."),
  id_conta_corrente: integer(),
  observacao: text(),
};

const ofEntry = ["codigo_cliente_fornecedor", "data_vencimento", "valor_documento", "codigo_categoria"];

/** The native tools of Omie. */
export const omieTools = defineTools({
  omie_create_customer: {
    description: "Adds a customer or supplier (IncluirCliente).",
    input: nativeInput(
      {
        codigo_cliente_integracao: text(
          "Your own id of the customer, unique in the account; one is made where you give none.",
        ),
        razao_social: text(),
        nome_fantasia: text(),
        cnpj_cpf: text(),
        email: text(),
        telefone1_ddd: text(),
        telefone1_numero: text(),
        endereco: text(),
        endereco_numero: text(),
        bairro: text(),
        cidade: text("As in SAO PAULO (SP)."),
        estado: text("Two letters."),
        cep: text(),
      },
      "razao_social",
    ),
  },
  omie_list_customers: {
    description: "Lists customers and suppliers (ListarClientes).",
    input: nativeInput({
      ...page,
      ...imported,
      clientesFiltro: object({ cnpj_cpf: text(), email: text() }),
    }),
  },
  omie_create_product: {
    description: "Adds a product with its NCM code and price (IncluirProduto).",
    input: nativeInput(
      {
        codigo_produto_integracao: text(
          "Your own id of the product, unique in the account; one is made where you give none.",
        ),
        codigo: text("SKU."),
        descricao: text(),
        unidade: text("Such as UN."),
        ncm: text("9999.99.99"),
        valor_unitario: number("Reais."),
        ean: text(),
      },
      "codigo",
      "descricao",
      "unidade",
      "ncm",
    ),
  },
  omie_list_products: {
    description: "Lists products (ListarProdutos).",
    input: nativeInput({ ...page, ...imported, filtrar_apenas_omiepdv: oneOf("S", "N") }),
  },
  omie_create_order: {
    description: "Adds a sales order with its items (IncluirPedido).",
    input: nativeInput(
      {
        cabecalho: object(
          {
            codigo_pedido_integracao: text(
              "Your own id, unique in the account; one is made where you give none.",
            ),
            codigo_cliente: integer("Omie's id."),
            data_previsao: text("DD/MM/AAAA."),
            etapa: text("10: order, 20: stock set apart, 50: to invoice, 60: invoiced."),
            codigo_parcela: text("000: at once."),
          },
          "codigo_cliente",
          "data_previsao",
        ),
        det: list(
          object({
            ide: object({ codigo_item_integracao: text() }),
            produto: object({
              codigo_produto: integer("Omie's id."),
              cfop: text(),
              quantidade: number(),
              valor_unitario: number("Reais."),
              tipo_desconto: oneOf("V", "P"),
              valor_desconto: number(),
            }),
          }),
        ),
        frete: object({ modalidade: text("9: none."), valor_frete: number("Reais.") }),
        informacoes_adicionais: object({
          codigo_categoria: text(),
          codigo_conta_corrente: integer(),
          consumidor_final: oneOf("S", "N"),
          enviar_email: oneOf("S", "N"),
        }),
      },
      "cabecalho",
      "det",
    ),
  },
  omie_get_order: {
    description: "Reads one sales order by Omie's id or yours (ConsultarPedido).",
    input: nativeInput({ codigo_pedido: integer(), codigo_pedido_integracao: text() }),
  },
  omie_list_orders: {
    description: "Lists sales orders (ListarPedidos).",
    input: nativeInput({
      ...page,
      ...imported,
      etapa: text(),
      filtrar_por_data_de: text("DD/MM/AAAA."),
      filtrar_por_data_ate: text("DD/MM/AAAA."),
    }),
  },
  omie_create_service_order: {
    description: "Adds a service order, from which an NFS-e can be issued (IncluirOS).",
    input: nativeInput(
      {
        Cabecalho: object(
          {
            cCodIntOS: text(
              "Your own id of the order, unique in the account; one is made where you give none.",
            ),
            nCodCli: integer("Omie's id of the customer."),
            cEtapa: text(),
            dDtPrevisao: text("DD/MM/AAAA."),
            cCodParc: text(),
            nQtdeParc: integer(),
          },
          "nCodCli",
        ),
        ServicosPrestados: list(
          object({
            cDescServ: text(),
            cCodServLC116: text("Such as 7.07."),
            cCodServMun: text(),
            nQtde: number(),
            nValUnit: number("Reais."),
            cRetemISS: oneOf("S", "N"),
          }),
        ),
        InformacoesAdicionais: object({ cCidPrestServ: text(), cCodCateg: text(), nCodCC: integer() }),
        Email: object({ cEnviarPara: text(), cEnvBoleto: oneOf("S", "N"), cEnvLink: oneOf("S", "N") }),
      },
      "Cabecalho",
      "ServicosPrestados",
    ),
  },
  omie_create_receivable: {
    description: "Adds an account receivable (IncluirContaReceber).",
    input: nativeInput(entry, ...ofEntry),
  },
  omie_list_receivables: {
    description: "Lists accounts receivable (ListarContasReceber).",
    input: nativeInput({
      ...page,
      ...imported,
      filtrar_cliente: integer(),
      filtrar_por_status: text("Such as ATRASADO, RECEBIDO."),
      exibir_obs: flag(),
    }),
  },
  omie_create_payable: {
    description: "Adds an account payable (IncluirContaPagar).",
    input: nativeInput(
      { ...entry, numero_documento_fiscal: text(), codigo_barras_ficha_compensacao: text() },
      ...ofEntry,
    ),
  },
});
