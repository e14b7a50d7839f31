import { defineTools } from "../tools/define-tools.ts";
import { integer, list, nativeInput, number, object, oneOf, shortText, text } from "../tools/native-input.ts";

const person = {
  codigo: text("Your own id of the contact."),
  nome: text(),
  tipo_pessoa: oneOf("F", "J", "E"),
  cpf_cnpj: text(),
  ie: text(),
  endereco: text(),
  numero: text(),
  bairro: text(),
  cep: text(),
  cidade: text(),
  uf: text(),
  fone: text(),
  email: text(),
};

const byId = nativeInput({ id: text() }, "id");

const pagina = integer("From 1, 100 to a page.");

/** The native tools of Tiny ERP. */
export const tinyTools = defineTools({
  tiny_create_contact: {
    description: "Adds a contact: a customer, supplier or carrier (contato.incluir).",
    input: nativeInput(
      {
        contato: object(
          {
            sequencia: integer("Place in the batch."),
            ...person,
            situacao: oneOf("A", "I", "S"),
            obs: text(),
          },
          "nome",
          "situacao",
        ),
      },
      "contato",
    ),
  },
  tiny_list_contacts: {
    description: "Searches contacts by name, code or document (contatos.pesquisa).",
    input: nativeInput({ pesquisa: text(), cpf_cnpj: text(), situacao: text(), pagina }, "pesquisa"),
  },
  tiny_get_product: {
    description: "Reads one product with its price and fiscal data (produto.obter).",
    input: byId,
  },
  tiny_list_products: {
    description: "Searches products by name, code or GTIN (produtos.pesquisa).",
    input: nativeInput(
      { pesquisa: text(), gtin: text(), situacao: oneOf("A", "I", "E"), pagina },
      "pesquisa",
    ),
  },
  tiny_create_order: {
    description: "Adds a sales order with its customer and items (pedido.incluir).",
    input: nativeInput(
      {
        pedido: object(
          {
            data_pedido: text("DD/MM/AAAA."),
            numero_pedido_ecommerce: shortText(50, "Your own id of the order."),
            cliente: object(person, "nome"),
            itens: list(
              object({
                item: object(
                  {
                    codigo: text("SKU."),
                    descricao: text(),
                    unidade: text("Such as UN."),
                    quantidade: number(),
                    valor_unitario: number("Reais."),
                  },
                  "descricao",
                  "quantidade",
                  "valor_unitario",
                ),
              }),
            ),
            forma_pagamento: text("Such as pix, boleto, credito."),
            valor_frete: number("Reais."),
            valor_desconto: number("Reais."),
            situacao: text("Such as aberto, aprovado, faturado."),
          },
          "cliente",
          "itens",
        ),
      },
      "pedido",
    ),
    sharesReference: "pedido.numero_pedido_ecommerce",
  },
  tiny_get_order: { description: "Reads one sales order with its items (pedido.obter).", input: byId },
  tiny_list_orders: {
    description: "Searches sales orders by number, customer, state or date (pedidos.pesquisa).",
    input: nativeInput({
      numero: text(),
      numeroEcommerce: text(),
      cliente: text(),
      cpf_cnpj: text(),
      situacao: text(),
      dataInicial: text("DD/MM/AAAA."),
      dataFinal: text("DD/MM/AAAA."),
      pagina,
    }),
  },
  tiny_get_stock: {
    description: "Reads one product's stock in each warehouse (produto.obter.estoque).",
    input: byId,
  },
});
