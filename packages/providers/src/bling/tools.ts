import { defineTools } from "../tools/define-tools.ts";
import { integer, list, nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const page = { pagina: integer("From 1."), limite: integer("At most 100.") };

const reference = object({ id: integer() }, "id");

/** The native tools of Bling. */
export const blingTools = defineTools({
  bling_create_contact: {
    description: "Adds a contact: a customer, supplier or carrier.",
    input: nativeInput(
      {
        nome: text(),
        fantasia: text(),
        codigo: text("Your own id of the contact."),
        tipo: oneOf("F", "J", "E"),
        situacao: oneOf("A", "E", "I", "S"),
        numeroDocumento: text("CPF or CNPJ."),
        ie: text(),
        email: text(),
        telefone: text(),
        celular: text(),
        endereco: object({
          geral: object({
            endereco: text(),
            numero: text(),
            complemento: text(),
            bairro: text(),
            municipio: text(),
            uf: text(),
            cep: text(),
          }),
        }),
      },
      "nome",
      "tipo",
      "situacao",
    ),
  },
  bling_list_contacts: {
    description: "Lists contacts, by name or by document.",
    input: nativeInput({
      ...page,
      pesquisa: text(),
      numeroDocumento: text(),
      criterio: integer("1: all, 2: last, 3: deleted, 4: active."),
    }),
  },
  bling_create_product: {
    description: "Adds a product or service with its price and fiscal code.",
    input: nativeInput(
      {
        nome: text(),
        codigo: text("SKU."),
        preco: number("Reais."),
        tipo: oneOf("P", "S", "N"),
        situacao: oneOf("A", "I"),
        formato: oneOf("S", "V", "E"),
        unidade: text("Such as UN."),
        gtin: text(),
        pesoLiquido: number("Kilograms."),
        descricaoCurta: text(),
        tributacao: object({ ncm: text(), origem: integer() }),
      },
      "nome",
      "tipo",
      "situacao",
      "formato",
    ),
  },
  bling_list_products: {
    description: "Lists products, by name or by SKU.",
    input: nativeInput({ ...page, nome: text(), codigos: list(text()), criterio: integer() }),
  },
  bling_create_order: {
    description: "Adds a sales order with its items and instalments.",
    input: nativeInput(
      {
        numeroLoja: text("Your own id of the order."),
        data: text("YYYY-MM-DD."),
        dataSaida: text("YYYY-MM-DD."),
        dataPrevista: text("YYYY-MM-DD."),
        loja: reference,
        contato: reference,
        itens: list(
          object(
            {
              produto: reference,
              codigo: text("SKU."),
              descricao: text(),
              unidade: text(),
              quantidade: number(),
              valor: number("Reais."),
              desconto: number("Percent."),
            },
            "quantidade",
            "valor",
          ),
        ),
        parcelas: list(
          object({
            dataVencimento: text("YYYY-MM-DD."),
            valor: number("Reais."),
            formaPagamento: reference,
          }),
        ),
        transporte: object({ frete: number("Reais."), fretePorConta: integer() }),
        observacoes: text(),
      },
      "data",
      "contato",
      "itens",
    ),
  },
  bling_list_orders: {
    description: "Lists sales orders, by contact, state or date.",
    input: nativeInput({
      ...page,
      idContato: integer(),
      idsSituacoes: list(integer()),
      dataInicial: text("YYYY-MM-DD."),
      dataFinal: text("YYYY-MM-DD."),
      numero: integer(),
      numerosLojas: list(text()),
    }),
  },
  bling_get_stock: {
    description: "Reads the physical and the free stock of products, in one warehouse or in all.",
    input: nativeInput(
      { idsProdutos: list(integer()), codigos: list(text()), idDeposito: integer() },
      "idsProdutos",
    ),
  },
  bling_update_stock: {
    description: "Records a movement of stock: a count (B), what came in (E) or what went out (S).",
    input: nativeInput(
      {
        produto: reference,
        deposito: reference,
        operacao: oneOf("B", "E", "S"),
        quantidade: number(),
        preco: number("Reais."),
        custo: number("Reais."),
        observacoes: text(),
      },
      "produto",
      "deposito",
      "operacao",
      "quantidade",
    ),
  },
});
