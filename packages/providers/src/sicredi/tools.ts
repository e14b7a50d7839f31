import { cobFields } from "../tools/cob-fields.ts";
import { defineTools } from "../tools/define-tools.ts";
import { list, nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

/** The native tools of Sicredi. */
export const sicrediTools = defineTools({
  sicredi_create_boleto: {
    description: "Creates a boleto. The value is in reais.",
    input: nativeInput(
      {
        codigoBeneficiario: text("Default: the account's own."),
        tipoCobranca: oneOf("NORMAL"),
        especieDocumento: text("Default: DUPLICATA_MERCANTIL_INDICACAO."),
        seuNumero: text("Your own id, at most 10 characters."),
        valor: number("Reais, such as 159.9."),
        dataVencimento: text("YYYY-MM-DD."),
        pagador: object({
          documento: text(),
          tipoPessoa: oneOf("PESSOA_FISICA", "PESSOA_JURIDICA"),
          nome: text(),
          email: text(),
          telefone: text(),
          endereco: text(),
          cidade: text(),
          uf: text(),
          cep: text("Digits."),
        }),
        informativos: list(
          text(),
          "Lines on the slip; in the sandbox the first is the whole of your own id, if it is longer.",
        ),
      },
      "seuNumero",
      "valor",
      "dataVencimento",
    ),
  },
  sicredi_get_boleto: {
    description: "Reads one boleto.",
    input: nativeInput({ nossoNumero: text(), codigoBeneficiario: text() }, "nossoNumero"),
  },
  sicredi_list_boletos: {
    description: "Lists the boletos that were paid, oldest first.",
    input: nativeInput({ codigoBeneficiario: text(), dia: text("DD/MM/YYYY. Default: every day.") }),
  },
  sicredi_cancel_boleto: {
    description: "Takes back (baixa) a boleto that is not yet paid.",
    input: nativeInput({ nossoNumero: text() }, "nossoNumero"),
  },
  sicredi_create_pix_charge: {
    description:
      "Creates an immediate Pix charge (cob); with txid and status REMOVIDA_PELO_USUARIO_RECEBEDOR, removes one that is unpaid.",
    input: nativeInput(cobFields),
  },
  sicredi_get_pix_charge: {
    description: "Reads one Pix charge.",
    input: nativeInput({ txid: text() }, "txid"),
  },
  sicredi_list_pix_received: {
    description: "Lists Pix that were received, oldest first.",
    input: nativeInput({ inicio: text("ISO 8601."), fim: text("ISO 8601.") }),
  },
  sicredi_refund_pix: {
    description:
      "Gives a received Pix back, whole or in part; in the sandbox also a paid boleto, by its nossoNumero.",
    input: nativeInput(
      {
        e2eId: text(),
        nossoNumero: text(),
        id: text("Yours: 1 to 35 letters and digits."),
        valor: text("Reais with two decimals."),
      },
      "id",
    ),
  },
  sicredi_get_balance: { description: "Reads the account's balance in reais.", input: nativeInput({}) },
  sicredi_get_statement: {
    description: "Reads what came in and went out.",
    input: nativeInput({ dataInicio: text("YYYY-MM-DD."), dataFim: text("YYYY-MM-DD.") }),
  },
});
