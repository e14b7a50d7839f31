import { COMPE_CODES, PIX_ISPB, toMajorUnits } from "@codespar/formats";
import { dateOfDigits, statementBetween } from "../engines/banking/statement-between.ts";
import { cobFields, getCob, putCob } from "../engines/payments/bacen-pix.ts";
import { chargeDue } from "../engines/payments/change-charge.ts";
import { receivedAmount } from "../engines/payments/received-amount.ts";
import { textAt } from "../json/read-arguments.ts";
import { integer, nativeInput, number, object, oneOf, text } from "../simulation/native-input.ts";
import { defineServer } from "../simulation/provider-definition.ts";

const institution = { ispb: PIX_ISPB.bancoDoBrasil, compe: COMPE_CODES.bancoDoBrasil };
const account = { agencia: text("Without check digit."), conta: text("Without check digit.") };

/** Banco do Brasil (developers.bb.com.br): reais, statement dates as `DDMMAAAA`, Pix by txid as the BCB defines it. */
export const bancoDoBrasil = defineServer({
  id: "banco-do-brasil",
  due: { ...chargeDue },
  tools: {
    banco_do_brasil_get_balance: {
      description: "Reads the current account's available balance in reais.",
      input: nativeInput(account),
      handle: (_args, context) => ({
        saldoDisponivel: toMajorUnits(receivedAmount(context), "BRL"),
        limiteChequeEspecial: 0,
      }),
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
      handle: (args, context) => {
        const from = dateOfDigits(textAt(args, "dataInicioSolicitacao"));
        const to = dateOfDigits(textAt(args, "dataFimSolicitacao"));
        const listaLancamento = statementBetween(context, from, to).map(({ charge, amount, date }) => ({
          dataLancamento: Number(date.split("-").reverse().join("")),
          textoDescricaoHistorico: amount < 0 ? "Pix - Devolvido" : "Pix - Recebido",
          valorLancamento: toMajorUnits(Math.abs(amount), "BRL"),
          indicadorSinalLancamento: amount < 0 ? "D" : "C",
          textoInformacaoComplementar: charge.reference ?? charge.id,
        }));
        return {
          numeroPaginaAtual: 1,
          quantidadeTotalPagina: 1,
          quantidadeTotalRegistro: listaLancamento.length,
          listaLancamento,
        };
      },
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
          mensagemBloquetoOcorrencia: text("Printed on the slip."),
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
      handle: (args, context) => putCob(args, context, institution),
    },
    banco_do_brasil_get_pix_charge: {
      description: "Reads one Pix charge and what was paid on it.",
      input: nativeInput({ txid: text() }, "txid"),
      handle: getCob,
    },
  },
});
