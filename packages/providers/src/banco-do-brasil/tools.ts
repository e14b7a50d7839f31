import { pixTools } from "../pix-banks/pix-tools.ts";
import { defineTools } from "../tools/define-tools.ts";
import {
  atLeast,
  integer,
  matching,
  nativeInput,
  object,
  oneOf,
  shortText,
  text,
  within,
} from "../tools/native-input.ts";

const account = { agencia: text("Without check digit."), conta: text("Without check digit.") };

const dotted = matching("^\\d{2}\\.\\d{2}\\.\\d{4}$", "DD.MM.AAAA.");

/** The native tools of Banco do Brasil. */
export const bancoDoBrasilTools = defineTools({
  banco_do_brasil_get_balance: {
    description: "Reads the current account's available balance in reais.",
    input: nativeInput(account),
  },
  banco_do_brasil_get_statement: {
    description: "Reads the current account's entries between two dates, oldest first.",
    input: nativeInput(
      {
        ...account,
        dataInicioSolicitacao: text("DDMMAAAA, without a zero in front."),
        dataFimSolicitacao: text("DDMMAAAA, without a zero in front."),
        numeroPaginaSolicitacao: integer(),
        quantidadeRegistroPaginaSolicitacao: within(50, 200),
      },
      "agencia",
      "conta",
    ),
  },
  banco_do_brasil_create_boleto: {
    description: "Registers a boleto of bank 001 under the beneficiary's agreement (convênio).",
    input: nativeInput(
      {
        numeroConvenio: integer("Seven digits. Default: the connection's."),
        numeroCarteira: integer("Such as 17."),
        numeroVariacaoCarteira: integer("Such as 35."),
        codigoModalidade: integer("1: simple, 4: linked."),
        dataEmissao: dotted,
        dataVencimento: dotted,
        valorOriginal: atLeast(0.01, "Reais, such as 159.9."),
        codigoTipoTitulo: integer("2: trade bill."),
        codigoAceite: oneOf("A", "N"),
        numeroTituloBeneficiario: shortText(15, "Your own id, at most 15 characters."),
        numeroTituloCliente: matching("^000\\d{17}$", "20 digits: 000, the agreement, ten of your own."),
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
      "dataVencimento",
      "valorOriginal",
      "numeroTituloCliente",
      "pagador",
    ),
    limits: [{ path: "valorOriginal", decimals: 2 }],
  },
  banco_do_brasil_get_boleto: {
    description: "Reads one registered boleto by its number of 20 digits.",
    input: nativeInput(
      { id: text("numeroTituloCliente."), numeroConvenio: integer("Default: the connection's.") },
      "id",
    ),
  },
  ...pixTools("banco_do_brasil"),
});
