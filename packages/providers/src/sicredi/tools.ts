import { cobFields, reais } from "../tools/cob-fields.ts";
import { defineTools } from "../tools/define-tools.ts";
import {
  atLeast,
  date,
  list,
  matching,
  nativeInput,
  object,
  oneOf,
  shortText,
  text,
} from "../tools/native-input.ts";

/** The native tools of Sicredi. */
export const sicrediTools = defineTools({
  sicredi_create_boleto: {
    description: "Creates a boleto. The value is in reais.",
    input: nativeInput(
      {
        codigoBeneficiario: text("Default: the account's own."),
        tipoCobranca: oneOf("NORMAL"),
        especieDocumento: text("Default: DUPLICATA_MERCANTIL_INDICACAO."),
        seuNumero: shortText(10, "Your own id, at most 10 characters."),
        valor: atLeast(0.01, "Reais, such as 159.9."),
        dataVencimento: date(),
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
          shortText(80),
          "Lines on the boleto; in the sandbox the first is the whole of your own id, if it is longer.",
        ),
      },
      "seuNumero",
      "valor",
      "dataVencimento",
    ),
    limits: [{ path: "valor", decimals: 2 }],
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
        id: matching("^[a-zA-Z0-9]{1,35}$", "Yours: 1 to 35 letters and digits."),
        valor: reais,
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
