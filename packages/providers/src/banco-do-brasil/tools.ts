import { cobFields } from "../tools/cob-fields.ts";
import { defineTools } from "../tools/define-tools.ts";
import { integer, nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const account = { agencia: text("Without check digit."), conta: text("Without check digit.") };

/** The native tools of Banco do Brasil. */
export const bancoDoBrasilTools = defineTools({
  banco_do_brasil_get_balance: {
    description: "Reads the current account's available balance in reais.",
    input: nativeInput(account),
  },
  banco_do_brasil_get_statement: {
    description: "Reads the current account's entries between two dates, oldest first.",
    input: nativeInput({
      ...account,
      dataInicioSolicitacao: text("DDMMAAAA, without a zero in front."),
      dataFimSolicitacao: text("DDMMAAAA, without a zero in front."),
      numeroPaginaSolicitacao: integer(),
      quantidadeRegistroPaginaSolicitacao: integer("50 to 200."),
    }),
  },
  banco_do_brasil_create_boleto: {
    description: "Registers a boleto of bank 001 under the beneficiary's agreement (convênio).",
    input: nativeInput(
      {
        numeroConvenio: integer("Seven digits."),
        numeroCarteira: integer("Such as 17."),
        numeroVariacaoCarteira: integer("Such as 35."),
        codigoModalidade: integer("1: simple, 4: linked."),
        dataEmissao: text("DD.MM.AAAA."),
        dataVencimento: text("DD.MM.AAAA."),
        valorOriginal: number("Reais, such as 159.9."),
        codigoTipoTitulo: integer("2: trade bill."),
        codigoAceite: oneOf("A", "N"),
        numeroTituloBeneficiario: text("Your own id, at most 15 characters."),
        numeroTituloCliente: text("20 digits: 000, the agreement, ten of your own."),
        mensagemBloquetoOcorrencia: text("Printed on the boleto."),
        indicadorPix: oneOf("S", "N"),
        pagador: object({
          tipoInscricao: integer("1: CPF, 2: CNPJ."),
          numeroInscricao: text("Digits, without zeros in front."),
          nome: text(),
          endereco: text(),
          cep: text(),
          cidade: text(),
          bairro: text(),
          uf: text(),
        }),
      },
      "numeroConvenio",
      "dataVencimento",
      "valorOriginal",
      "numeroTituloCliente",
      "pagador",
    ),
  },
  banco_do_brasil_get_boleto: {
    description: "Reads one registered boleto by its number of 20 digits.",
    input: nativeInput(
      { id: text("numeroTituloCliente."), numeroConvenio: integer() },
      "id",
      "numeroConvenio",
    ),
  },
  banco_do_brasil_create_pix_charge: {
    description:
      "Creates an immediate Pix charge (cob); with txid and status REMOVIDA_PELO_USUARIO_RECEBEDOR, removes one that is unpaid.",
    input: nativeInput(cobFields),
  },
  banco_do_brasil_get_pix_charge: {
    description: "Reads one Pix charge and what was paid on it.",
    input: nativeInput({ txid: text() }, "txid"),
  },
});
