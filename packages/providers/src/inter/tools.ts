import { cobFields, reais } from "../tools/cob-fields.ts";
import { defineTools } from "../tools/define-tools.ts";
import {
  atLeast,
  date,
  matching,
  nativeInput,
  object,
  oneOf,
  shortText,
  text,
  within,
} from "../tools/native-input.ts";

const period = { dataInicial: text("YYYY-MM-DD."), dataFinal: text("YYYY-MM-DD.") };

/** The native tools of Banco Inter. */
export const interTools = defineTools({
  inter_create_boleto: {
    description: "Creates a charge by boleto (cobrança v3). The value is in reais.",
    input: nativeInput(
      {
        seuNumero: shortText(15, "Your own id, at most 15 characters."),
        valorNominal: atLeast(2.5, "Reais, such as 159.9: at least 2.50, at most two decimals."),
        dataVencimento: date(),
        numDiasAgenda: within(0, 60, "Days after the due date until it is cancelled."),
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
          linha1: shortText(78, "In the sandbox the whole of your own id, if it is longer."),
          linha2: shortText(78),
        }),
      },
      "seuNumero",
      "valorNominal",
      "dataVencimento",
    ),
    limits: [{ path: "valorNominal", decimals: 2 }],
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
        id: matching("^[a-zA-Z0-9]{1,35}$", "Yours: 1 to 35 letters and digits."),
        valor: reais,
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
    input: nativeInput(
      { valor: atLeast(0.01, "Reais."), descricao: text(), destinatario: object({}) },
      "valor",
    ),
    limits: [{ path: "valor", decimals: 2 }],
  },
  inter_create_webhook: {
    description: "Says where the bank sends its webhooks.",
    input: nativeInput({ webhookUrl: text(), chave: text() }, "webhookUrl"),
  },
});
