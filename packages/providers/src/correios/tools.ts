import { defineTools } from "../tools/define-tools.ts";
import { list, nativeInput, object, text } from "../tools/native-input.ts";

const person = object(
  {
    nome: text(),
    cpfCnpj: text(),
    email: text(),
    dddCelular: text(),
    celular: text(),
    endereco: object({ cep: text(), logradouro: text(), numero: text(), cidade: text(), uf: text() }, "cep"),
  },
  "endereco",
);

/** The native tools of Correios. */
export const correiosTools = defineTools({
  correios_calculate_shipping: {
    description: "Prices domestic objects, one line for each service and object (preço nacional).",
    input: nativeInput(
      {
        idLote: text(),
        parametrosProduto: list(
          object(
            {
              coProduto: text("03298 PAC, 03220 SEDEX, 03158 SEDEX 10, 04227 Mini Envios"),
              nuRequisicao: text(),
              cepOrigem: text(),
              cepDestino: text(),
              psObjeto: text("Grams"),
              tpObjeto: text("2: package"),
              comprimento: text("cm"),
              largura: text("cm"),
              altura: text("cm"),
              vlDeclarado: text("Reais"),
            },
            "coProduto",
            "cepOrigem",
            "cepDestino",
            "psObjeto",
          ),
        ),
      },
      "parametrosProduto",
    ),
  },
  correios_get_delivery_time: {
    description: "Gets the delivery time in working days, one line for each service (prazo nacional).",
    input: nativeInput(
      {
        idLote: text(),
        parametrosPrazo: list(
          object(
            {
              coProduto: text(),
              nuRequisicao: text(),
              cepOrigem: text(),
              cepDestino: text(),
              dtEvento: text("DD/MM/YYYY"),
            },
            "coProduto",
            "cepOrigem",
            "cepDestino",
          ),
        ),
      },
      "parametrosPrazo",
    ),
  },
  correios_list_services: {
    description: "Lists the services of the contract with their codes.",
    input: nativeInput({}),
  },
  correios_create_prepost: {
    description: "Announces an object (pré-postagem): gives its tracking code and reserves its label.",
    input: nativeInput(
      {
        remetente: person,
        destinatario: person,
        codigoServico: text(),
        codigoFormatoObjetoInformado: text("2: package"),
        cienteObjetoNaoProibido: text("1: nothing that is forbidden is inside"),
        pesoInformado: text("Grams"),
        comprimentoInformado: text("cm"),
        larguraInformada: text("cm"),
        alturaInformada: text("cm"),
        valorDeclarado: text("Reais"),
        observacao: text(),
      },
      "remetente",
      "destinatario",
      "codigoServico",
      "pesoInformado",
    ),
  },
  correios_get_label: {
    description: "Gets the label of a pre-posting.",
    input: nativeInput({ idsPrePostagem: list(text()) }, "idsPrePostagem"),
  },
  correios_track_package: {
    description: "Gets the movements of objects by their tracking codes (SRO rastro).",
    input: nativeInput({ codigosObjetos: list(text("S10, such as QB473124829BR")) }, "codigosObjetos"),
  },
  correios_get_cep: {
    description: "Finds the city and state of a CEP.",
    input: nativeInput({ cep: text() }, "cep"),
  },
  correios_create_collection: {
    description: "Books the collection of objects at the sender's address.",
    input: nativeInput(
      { remetente: person, objetos: list(text()), dataColeta: text("DD/MM/YYYY") },
      "remetente",
      "objetos",
    ),
  },
  correios_create_reverse: {
    description: "Authorises a return that the customer posts at an agency (logística reversa).",
    input: nativeInput(
      { remetente: person, destinatario: person, codigoServico: text(), valorDeclarado: text() },
      "remetente",
      "destinatario",
      "codigoServico",
    ),
  },
});
