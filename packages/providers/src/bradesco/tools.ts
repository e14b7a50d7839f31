import { reais } from "../tools/cob-fields.ts";
import { defineTools } from "../tools/define-tools.ts";
import { integer, nativeInput, object, oneOf, text } from "../tools/native-input.ts";

const account = { agencia: text("Four digits."), conta: text("Without check digit.") };

const party = object({
  agencia: text(),
  conta: text(),
  tipoDeConta: oneOf("CORRENTE", "POUPANCA", "PAGAMENTO"),
  cpfOuCnpj: text("Digits."),
  chave: text("Pix key, instead of the account."),
});

/** The native tools of Bradesco. */
export const bradescoTools = defineTools({
  bradesco_get_balance: {
    description: "Reads the account's available balance in reais.",
    input: nativeInput(account),
  },
  bradesco_get_statement: {
    description: "Reads the account's entries between two dates, oldest first.",
    input: nativeInput({
      ...account,
      tipo: oneOf("cc", "cp"),
      dataInicio: text("DDMMAAAA."),
      dataFim: text("DDMMAAAA."),
    }),
  },
  bradesco_create_pix_transfer: {
    description: "Pays by Pix out of the account, by key or by bank details.",
    input: nativeInput(
      {
        idTransacao: text("Your own id of the payment."),
        valor: reais,
        descricao: text("Shown to the receiver."),
        pagador: party,
        recebedor: party,
      },
      "idTransacao",
      "valor",
      "recebedor",
    ),
  },
  bradesco_get_pix_transfer: {
    description: "Reads the state of one payment by Pix.",
    input: nativeInput({ idTransacao: text(), endToEndId: text() }, "idTransacao"),
  },
  bradesco_create_boleto: {
    description: "Registers a boleto of bank 237 under the beneficiary's negotiation.",
    input: nativeInput(
      {
        nuCPFCNPJ: text("Root of the beneficiary's CPF or CNPJ."),
        filialCPFCNPJ: text("Branch of the CNPJ; 0 for a CPF."),
        ctrlCPFCNPJ: text("Check digits."),
        idProduto: text("Portfolio, such as 09."),
        nuNegociacao: text("Branch and account, 18 digits."),
        nuTitulo: text("Nosso número, 11 digits; 0 lets the bank draw it."),
        nuCliente: text("Your own id, at most 10 characters."),
        dtEmissaoTitulo: text("DD.MM.AAAA."),
        dtVencimentoTitulo: text("DD.MM.AAAA."),
        vlNominalTitulo: integer("Centavos."),
        cdEspecieTitulo: text("02: trade bill."),
        nomePagador: text(),
        cdIndCpfcnpjPagador: oneOf("1", "2"),
        nuCpfcnpjPagador: text("Digits."),
        logradouroPagador: text(),
        nuLogradouroPagador: text(),
        cepPagador: text("Five digits."),
        complementoCepPagador: text("Three digits."),
        bairroPagador: text(),
        municipioPagador: text(),
        ufPagador: text(),
      },
      "nuCliente",
      "dtVencimentoTitulo",
      "vlNominalTitulo",
      "nomePagador",
      "nuCpfcnpjPagador",
    ),
  },
  bradesco_get_boleto: {
    description: "Reads one registered boleto by the beneficiary's negotiation and its nosso número.",
    input: nativeInput(
      {
        cpfCnpj: object({ cpfCnpj: text(), filial: text(), controle: text() }),
        produto: text("Portfolio, such as 09."),
        negociacao: text(),
        nossoNumero: text(),
      },
      "nossoNumero",
    ),
  },
});
