import { pixTools } from "../pix-banks/pix-tools.ts";
import { defineTools } from "../tools/define-tools.ts";
import { atLeast, date, listOf, nativeInput, object, oneOf, shortText, text } from "../tools/native-input.ts";

/** The native tools of Sicredi. */
export const sicrediTools = defineTools({
  sicredi_create_boleto: {
    description: "Creates a boleto. The value is in reais.",
    input: nativeInput(
      {
        codigoBeneficiario: text("Default: the account's own."),
        tipoCobranca: oneOf("NORMAL", "HIBRIDO"),
        especieDocumento: text("Default: DUPLICATA_MERCANTIL_INDICACAO."),
        seuNumero: shortText(10, "Your own id, at most 10 characters."),
        idTituloEmpresa: shortText(25, "A second id of yours, at most 25 characters. Drawn when left out."),
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
        informativos: listOf(
          shortText(80),
          [0, 5],
          "Lines on the boleto; in the sandbox the first is the whole of your own id, if it is longer.",
        ),
        mensagens: listOf(shortText(80), [0, 4]),
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
    description: "Lists the boletos that were paid on one day, oldest first.",
    input: nativeInput({ codigoBeneficiario: text(), dia: text("DD/MM/YYYY.") }, "dia"),
  },
  sicredi_cancel_boleto: {
    description: "Takes back (baixa) a boleto that is not yet paid.",
    input: nativeInput({ nossoNumero: text() }, "nossoNumero"),
  },
  ...pixTools("sicredi"),
  sicredi_get_balance: { description: "Reads the account's balance in reais.", input: nativeInput({}) },
  sicredi_get_statement: {
    description: "Reads what came in and went out.",
    input: nativeInput({ dataInicio: text("YYYY-MM-DD."), dataFim: text("YYYY-MM-DD.") }),
  },
});
