import type { JsonObject, PaymentStatus } from "@codespar/contract";
import {
  COMPE_CODES,
  calendarDateAt,
  formatMajorUnits,
  formatMillisecondTimestamp,
  PIX_ISPB,
  randomDigits,
  toMajorUnits,
  toMinorUnits,
  UTC_OFFSET_MINUTES,
} from "@codespar/formats";
import { statementBetween } from "../engines/banking/statement-between.ts";
import { answerCharge } from "../engines/payments/answer-charge.ts";
import {
  cobFields,
  getCob,
  giveBack,
  listPixReceived,
  putCob,
  refundPix,
  toReturn,
} from "../engines/payments/bacen-pix.ts";
import { cancelCharge, chargeDue, getCharge, listCharges } from "../engines/payments/change-charge.ts";
import type { Charge } from "../engines/payments/charge.ts";
import { createCharge, type Institution } from "../engines/payments/create-charge.ts";
import { generateInterRequestCode } from "../engines/payments/payment-provider-id.ts";
import { paymentUrl } from "../engines/payments/payment-url.ts";
import { receivedAmount } from "../engines/payments/received-amount.ts";
import { numberAt, textAt } from "../json/read-arguments.ts";
import { integer, nativeInput, number, object, oneOf, text } from "../simulation/native-input.ts";
import {
  type CallContext,
  defineServer,
  Refusal,
  type SimulatedTool,
  type SimulationContext,
} from "../simulation/provider-definition.ts";

const institution: Institution = { ispb: PIX_ISPB.inter, compe: COMPE_CODES.inter };
const statuses: Readonly<Record<PaymentStatus, string>> = {
  pending: "A_RECEBER",
  paid: "RECEBIDO",
  partially_refunded: "RECEBIDO",
  refunded: "RECEBIDO",
  expired: "EXPIRADO",
  cancelled: "CANCELADO",
  failed: "FALHA_EMISSAO",
};
const period = { dataInicial: text("YYYY-MM-DD."), dataFinal: text("YYYY-MM-DD.") };

const tools: Record<string, SimulatedTool> = {
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
    handle: createBoleto,
  },
  inter_get_boleto: {
    description: "Reads one charge by boleto.",
    input: nativeInput({ codigoSolicitacao: text() }, "codigoSolicitacao"),
    handle: (args, context) => answerCharge(getSlip(args, context), (charge) => toCobranca(charge, context)),
  },
  inter_list_boletos: {
    description: "Lists charges by boleto that fall due between two dates, oldest first.",
    input: nativeInput({ ...period, situacao: text(), seuNumero: text() }),
    handle: listBoletos,
  },
  inter_cancel_boleto: {
    description: "Cancels a boleto that is not yet paid.",
    input: nativeInput({ codigoSolicitacao: text(), motivoCancelamento: text() }, "codigoSolicitacao"),
    handle(args, context) {
      const slip = getSlip(args, context);
      const cancelled = slip instanceof Refusal ? slip : cancelCharge(context, slip.id);
      return answerCharge(cancelled, (charge) => toCobranca(charge, context));
    },
  },
  inter_create_pix_charge: {
    description:
      "Creates an immediate Pix charge (cob); with txid and status REMOVIDA_PELO_USUARIO_RECEBEDOR, removes one that is unpaid.",
    input: nativeInput(cobFields),
    handle: (args, context) => putCob(args, context, institution),
  },
  inter_get_pix_charge: {
    description: "Reads one Pix charge.",
    input: nativeInput({ txid: text() }, "txid"),
    handle: getCob,
  },
  inter_list_pix_received: {
    description: "Lists Pix that were received, oldest first.",
    input: nativeInput({ inicio: text("ISO 8601."), fim: text("ISO 8601.") }),
    handle: listPixReceived,
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
    handle(args, context) {
      if (args.codigoSolicitacao === undefined) return refundPix(args, context);
      const slip = getSlip(args, context);
      return slip instanceof Refusal ? slip : giveBack(args, context, slip.id);
    },
  },
  inter_get_balance: {
    description: "Reads the account's balance in reais.",
    input: nativeInput({ dataSaldo: text("YYYY-MM-DD.") }),
    handle: (_args, context) => ({ disponivel: toMajorUnits(receivedAmount(context), "BRL"), limite: 0 }),
  },
  inter_get_statement: {
    description: "Reads what came in and went out.",
    input: nativeInput({ dataInicio: text("YYYY-MM-DD."), dataFim: text("YYYY-MM-DD.") }),
    handle: (args, context) => ({
      transacoes: statementBetween(context, textAt(args, "dataInicio"), textAt(args, "dataFim")).map(
        ({ charge, amount, date }) => ({
          dataEntrada: date,
          tipoTransacao: charge.method === "pix" ? "PIX" : "BOLETO_COBRANCA",
          tipoOperacao: amount < 0 ? "D" : "C",
          valor: formatMajorUnits(Math.abs(amount), "BRL"),
          titulo: amount < 0 ? "Devolução" : "Recebimento",
          descricao: charge.reference ?? charge.id,
        }),
      ),
    }),
  },
  inter_create_transfer: {
    description: "Pays by Pix or transfers to another bank.",
    input: nativeInput({ valor: number("Reais."), descricao: text(), destinatario: object({}) }, "valor"),
  },
  inter_create_webhook: {
    description: "Says where the bank sends its notices.",
    input: nativeInput({ webhookUrl: text(), chave: text() }, "webhookUrl"),
  },
};

/** Banco Inter, Brazil: reais, boletos of bank 077 known by `codigoSolicitacao`, Pix by txid as the BCB defines it. */
export const inter = defineServer({ id: "inter", tools, due: { ...chargeDue } });

function createBoleto(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const charge = createCharge(context, {
    id: generateInterRequestCode(context.random),
    method: "boleto",
    amount: toMinorUnits(numberAt(args, "valorNominal") ?? 0, "BRL"),
    currency: "BRL",
    reference: textAt(args, "mensagem.linha1") ?? textAt(args, "seuNumero"),
    description: textAt(args, "mensagem.linha2"),
    dueDate: textAt(args, "dataVencimento"),
    institution,
    native: {
      seuNumero: textAt(args, "seuNumero") ?? null,
      pagador: args.pagador ?? null,
      nossoNumero: randomDigits(context.random, 11),
    },
  });
  return answerCharge(charge, ({ id }) => ({ codigoSolicitacao: id }));
}

function listBoletos(args: JsonObject, context: SimulationContext): JsonObject {
  const [status, number] = [textAt(args, "situacao"), textAt(args, "seuNumero")];
  const [from, to] = [textAt(args, "dataInicial"), textAt(args, "dataFinal")];
  const cobrancas = listCharges(context)
    .filter(
      ({ boleto, status: reached, native }) =>
        boleto !== undefined &&
        (from === undefined || boleto.dueDate >= from) &&
        (to === undefined || boleto.dueDate <= to) &&
        (status === undefined || statuses[reached] === status) &&
        (number === undefined || native?.seuNumero === number),
    )
    .map((charge) => toCobranca(charge, context));
  return { totalPaginas: 1, totalElementos: cobrancas.length, ultimaPagina: true, cobrancas };
}

/** The live API gives dates alone; `dataHora…` is as in the bank's own webhook, so that times can be told. */
function toCobranca(charge: Charge, context: SimulationContext): JsonObject {
  const { seuNumero, pagador, nossoNumero } = charge.native ?? {};
  const changedAt = charge.paidAt ?? charge.updatedAt;
  const cobranca: JsonObject = {
    codigoSolicitacao: charge.id,
    seuNumero: seuNumero ?? null,
    dataEmissao: localDate(charge.createdAt),
    dataHoraEmissao: localTime(charge.createdAt),
    dataVencimento: charge.boleto?.dueDate ?? "",
    valorNominal: toMajorUnits(charge.amount, "BRL"),
    tipoCobranca: "SIMPLES",
    situacao: statuses[charge.status],
    dataSituacao: localDate(changedAt),
    dataHoraSituacao: localTime(changedAt),
    pagador: pagador ?? null,
    devolucoes: charge.refunds.map(toReturn),
  };
  if (charge.paidAt !== undefined) {
    cobranca.valorTotalRecebido = toMajorUnits(charge.amount, "BRL");
    cobranca.origemRecebimento = "BOLETO";
  }
  return {
    cobranca,
    boleto: {
      nossoNumero: nossoNumero ?? null,
      codigoBarras: charge.boleto?.barcode ?? "",
      linhaDigitavel: charge.boleto?.line ?? "",
      pdf: paymentUrl(context.server, `cobrancas/${charge.id}.pdf`),
    },
  };
}

function getSlip(args: JsonObject, context: SimulationContext): Charge | Refusal {
  const id = textAt(args, "codigoSolicitacao") ?? "";
  const charge = getCharge(context, id);
  if (charge instanceof Refusal || charge.boleto !== undefined) return charge;
  return new Refusal("payment_not_found", `There is no boleto ${id}.`);
}

function localDate(at: number): string {
  return calendarDateAt(at, UTC_OFFSET_MINUTES.BR);
}

function localTime(at: number): string {
  return formatMillisecondTimestamp(at, UTC_OFFSET_MINUTES.BR);
}
