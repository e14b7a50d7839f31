import { defineTools } from "../tools/define-tools.ts";
import { integer, list, nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const page = { pagina: integer("From 1."), tamanho_pagina: integer("10, 20, 50, 100, 200, 500 or 1000.") };

/** The native tools of Conta Azul. */
export const contaAzulTools = defineTools({
  conta_azul_create_customer: {
    description: "Adds a person or company as a customer.",
    input: nativeInput(
      {
        nome: text(),
        tipo_pessoa: oneOf("Física", "Jurídica", "Estrangeira"),
        perfis: list(object({ tipo_perfil: oneOf("Cliente", "Fornecedor", "Transportadora") })),
        cpf: text(),
        cnpj: text(),
        email: text(),
        telefone_celular: text(),
        codigo: text("Your own id of the customer."),
        enderecos: list(
          object({
            logradouro: text(),
            numero: text(),
            complemento: text(),
            bairro: text(),
            cidade: text(),
            estado: text(),
            cep: text(),
          }),
        ),
      },
      "nome",
      "tipo_pessoa",
      "perfis",
    ),
  },
  conta_azul_list_customers: {
    description: "Lists customers, by name, document or e-mail.",
    input: nativeInput({ ...page, busca: text(), documentos: list(text()), emails: list(text()) }),
  },
  conta_azul_create_product: {
    description: "Adds a product with its SKU, price and stock.",
    input: nativeInput(
      {
        nome: text(),
        codigo_sku: text(),
        codigo_ean: text(),
        estoque: object({
          valor_venda: number("Reais."),
          custo_medio: number("Reais."),
          estoque_disponivel: number(),
        }),
        fiscal: object({ ncm: object({ id: integer() }), origem: text() }),
      },
      "nome",
    ),
  },
  conta_azul_list_products: {
    description: "Lists products, by name, SKU or state.",
    input: nativeInput({ ...page, busca: text(), sku: text(), status: oneOf("ATIVO", "INATIVO") }),
  },
  conta_azul_create_sale: {
    description: "Adds a sale with its items and how it is paid.",
    input: nativeInput(
      {
        id_cliente: text("UUID."),
        numero: integer("Free and in sequence."),
        situacao: oneOf("EM_ANDAMENTO", "APROVADO"),
        data_venda: text("YYYY-MM-DD."),
        itens: list(
          object(
            {
              id: text("UUID of the product."),
              descricao: text(),
              quantidade: number(),
              valor: number("Reais."),
            },
            "id",
            "quantidade",
            "valor",
          ),
        ),
        condicao_pagamento: object({
          tipo_pagamento: text("Such as PIX_PAGAMENTO_INSTANTANEO, BOLETO_BANCARIO."),
          id_conta_financeira: text(),
          opcao_condicao_pagamento: text("À vista, or such as 3x."),
          parcelas: list(
            object({ data_vencimento: text("YYYY-MM-DD."), valor: number("Reais."), descricao: text() }),
          ),
        }),
        observacoes: text(),
      },
      "id_cliente",
      "numero",
      "data_venda",
      "itens",
      "condicao_pagamento",
    ),
  },
  conta_azul_list_sales: {
    description: "Lists sales, by customer, state or date.",
    input: nativeInput({
      ...page,
      termo_busca: text(),
      ids_clientes: list(text()),
      situacoes: list(text()),
      data_inicio: text("YYYY-MM-DD."),
      data_fim: text("YYYY-MM-DD."),
    }),
  },
  conta_azul_get_financial_summary: {
    description: "Sums what was and will be received and paid between two due dates.",
    input: nativeInput(
      {
        data_vencimento_de: text("YYYY-MM-DD."),
        data_vencimento_ate: text("YYYY-MM-DD."),
        ids_contas_financeiras: list(text()),
        ids_categorias: list(text()),
      },
      "data_vencimento_de",
      "data_vencimento_ate",
    ),
  },
});
