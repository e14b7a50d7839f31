import { cobFields } from "../tools/cob-fields.ts";
import { defineTools } from "../tools/define-tools.ts";
import { integer, nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const period = { dataInicial: text("YYYY-MM-DD."), dataFinal: text("YYYY-MM-DD.") };

/** The native tools of Banco Inter. */
export const interTools = defineTools({
  inter_create_boleto: {
    description: "Creates a charge by boleto (cobrança v3). The value is in reais.",
    input: nativeInput(
      {
        seuNumero: text("Your own id, at most 15 characters."),
        valorNominal: number("Reais, such as 159.9."),
        dataVencimento: text("YYYY-MM-DD."),
        numDiasAgenda: integer("Days after the due date until it is cancelled."),
        pagador: object({
          cpfCnpj: text(),
          tipoPessoa: oneOf("FISICA", "JURIDICA"),
          nome: text(),
          email: text(),
          ddd: text(),
          telefone: text(),
          endereco: text("Street."),
          numero: text(),
          complemento: text(),
          bairro: text(),
          cidade: text(),
          uf: text(),
          cep: text("Digits."),
        }),
        mensagem: object({
          linha1: text("In the sandbox the whole of your own id, if it is longer."),
          linha2: text(),
        }),
      },
      "seuNumero",
      "valorNominal",
      "dataVencimento",
    ),
  },
  inter_get_boleto: {
    description: "Reads one charge by boleto.",
    input: nativeInput({ codigoSolicitacao: text() }, "codigoSolicitacao"),
  },
  inter_list_boletos: {
    description: "Lists charges by boleto that fall due between two dates, oldest first.",
    input: nativeInput({ ...period, situacao: text(), seuNumero: text() }),
  },
  inter_cancel_boleto: {
    description: "Cancels a boleto that is not yet paid.",
    input: nativeInput({ codigoSolicitacao: text(), motivoCancelamento: text() }, "codigoSolicitacao"),
  },
  inter_create_pix_charge: {
    description:
      "Creates an immediate Pix charge (cob); with txid and status REMOVIDA_PELO_USUARIO_RECEBEDOR, removes one that is unpaid.",
    input: nativeInput(cobFields),
  },
  inter_get_pix_charge: {
    description: "Reads one Pix charge.",
    input: nativeInput({ txid: text() }, "txid"),
  },
  inter_list_pix_received: {
    description: "Lists Pix that were received, oldest first.",
    input: nativeInput({ inicio: text("ISO 8601."), fim: text("ISO 8601.") }),
  },
  inter_refund_pix: {
    description:
      "Gives a received Pix back, whole or in part; in the sandbox also a paid boleto, by its codigoSolicitacao.",
    input: nativeInput(
      {
        e2eId: text(),
        codigoSolicitacao: text(),
        id: text("Yours: 1 to 35 letters and digits."),
        valor: text("Reais with two decimals."),
      },
      "id",
    ),
  },
  inter_get_balance: {
    description: "Reads the account's balance in reais.",
    input: nativeInput({ dataSaldo: text("YYYY-MM-DD.") }),
  },
  inter_get_statement: {
    description: "Reads what came in and went out.",
    input: nativeInput({ dataInicio: text("YYYY-MM-DD."), dataFim: text("YYYY-MM-DD.") }),
  },
  inter_create_transfer: {
    description: "Pays by Pix or transfers to another bank.",
    input: nativeInput({ valor: number("Reais."), descricao: text(), destinatario: object({}) }, "valor"),
  },
  inter_create_webhook: {
    description: "Says where the bank sends its notices.",
    input: nativeInput({ webhookUrl: text(), chave: text() }, "webhookUrl"),
  },
});
