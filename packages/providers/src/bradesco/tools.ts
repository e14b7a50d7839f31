import { pixTools } from "../pix-banks/pix-tools.ts";
import { reais } from "../tools/cob-fields.ts";
import { defineTools } from "../tools/define-tools.ts";
import { integer, matching, nativeInput, object, oneOf, text } from "../tools/native-input.ts";

const dotted = matching("^\\d{2}\\.\\d{2}\\.\\d{4}$", "DD.MM.AAAA.");

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
    description:
      "Registers a boleto of bank 237, with a Pix code on it, under the beneficiary's negotiation.",
    input: nativeInput(
      {
        ctitloCobrCdent: integer("Nosso número; 0 lets the bank draw it."),
        registrarTitulo: integer("1."),
        nroCpfCnpjBenef: text("Root of the beneficiary's CPF or CNPJ."),
        filCpfCnpjBenef: text("Branch of the CNPJ; 0 for a CPF."),
        digCpfCnpjBenef: text("Check digits."),
        codUsuario: text("APISERVIC."),
        tipoAcesso: integer("2."),
        cidtfdProdCobr: integer("Portfolio, such as 9."),
        cnegocCobr: text("Branch and account, 18 digits."),
        codigoBanco: integer("237."),
        tipoRegistro: integer("1."),
        demisTitloCobr: dotted,
        ctitloCliCdent: text("Your own id."),
        dvctoTitloCobr: dotted,
        vnmnalTitloCobr: { ...integer("Centavos."), minimum: 1 },
        cindcdEconmMoeda: integer("9: real."),
        cespceTitloCobr: integer("2: trade bill."),
        cindcdAceitSacdo: oneOf("S", "N"),
        cformaEmisPplta: text("02."),
        isacdoTitloCobr: text("The payer's name."),
        elogdrSacdoTitlo: text(),
        enroLogdrSacdo: text(),
        ecomplLogdrSacdo: text(),
        ccepSacdoTitlo: text("Five digits."),
        ccomplCepSacdo: text("Three digits."),
        ebairoLogdrSacdo: text(),
        imunSacdoTitlo: text(),
        csglUfSacdo: text(),
        indCpfCnpjSacdo: integer("1: CPF, 2: CNPJ."),
        nroCpfCnpjSacdo: text("Digits."),
        renderEletrSacdo: text(),
        cindcdCobrMisto: oneOf("S", "N"),
        ialiasAdsaoCta: text(),
        iconcPgtoSpi: text(),
        caliasAdsaoCta: text("Pix key."),
        wqrcdPdraoMercd: text(),
        validadeAposVencimento: text(),
        idLoc: text(),
      },
      "cnegocCobr",
      "ctitloCliCdent",
      "dvctoTitloCobr",
      "vnmnalTitloCobr",
      "isacdoTitloCobr",
      "nroCpfCnpjSacdo",
    ),
  },
  bradesco_get_boleto: {
    description: "Reads one registered boleto by the beneficiary's negotiation and its nosso número.",
    input: nativeInput(
      {
        cpfCnpj: object({ cpfCnpj: text(), filial: text(), controle: text() }),
        produto: text("Portfolio, such as 9."),
        negociacao: text(),
        nossoNumero: text(),
        sequencia: integer("0."),
        status: integer("0."),
      },
      "nossoNumero",
    ),
  },
  ...pixTools("bradesco"),
});
