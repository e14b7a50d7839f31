import type { JsonObject, PaymentStatus } from "@codespar/contract";
import {
  COMPE_CODES,
  calendarDateAt,
  formatMajorUnits,
  formatMillisecondTimestamp,
  PIX_ISPB,
  randomDigits,
  SAO_PAULO,
  toMajorUnits,
} from "@codespar/formats";
import { statementBetween } from "../engines/banking/statement-between.ts";
import { cancelBoleto, requireBoleto } from "../engines/payments/bank-boletos.ts";
import { chargeDue, listCharges } from "../engines/payments/change-charge.ts";
import { type Charge, chargeUrl, showCharge } from "../engines/payments/charge.ts";
import { createCharge, type Institution } from "../engines/payments/create-charge.ts";
import { generateInterRequestCode } from "../engines/payments/payment-provider-id.ts";
import { receivedAmount } from "../engines/payments/received-amount.ts";
import { amountAt } from "../json/native-json.ts";
import { textAt } from "../json/read-arguments.ts";
import { pixHandlers } from "../pix-banks/pix-simulation.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import type { CallContext, Refusal, SimulationContext } from "../simulation/provider-definition.ts";
import { interTools } from "./tools.ts";

const institution: Institution = { ispb: PIX_ISPB.inter, compe: COMPE_CODES.inter };

const statuses: Readonly<Record<PaymentStatus, string>> = {
  pending: "A_RECEBER",
  // a bank takes no cards
  authorized: "A_RECEBER",
  paid: "RECEBIDO",
  partially_refunded: "RECEBIDO",
  refunded: "RECEBIDO",
  expired: "EXPIRADO",
  cancelled: "CANCELADO",
  failed: "FALHA_EMISSAO",
};

/** Banco Inter, Brazil: reais, boletos of bank 077 known by `codigoSolicitacao`, Pix by txid as the BCB defines it. */
export const interSimulation = defineSimulation({
  id: "inter",
  tools: interTools,
  handlers: {
    inter_create_boleto: createBoleto,
    inter_get_boleto: (args, context) =>
      showCharge(requireBoleto(context, textAt(args, "codigoSolicitacao")), (charge) =>
        toCobranca(charge, context),
      ),
    inter_list_boletos: listBoletos,
    inter_cancel_boleto(args, context) {
      return showCharge(cancelBoleto(context, textAt(args, "codigoSolicitacao")), (charge) =>
        toCobranca(charge, context),
      );
    },
    ...pixHandlers("inter", institution),
    inter_get_balance: (_args, context) => ({
      disponivel: toMajorUnits(receivedAmount(context), "BRL"),
      bloqueadoCheque: 0,
      bloqueadoJudicialmente: 0,
      bloqueadoAdministrativo: 0,
      limite: 0,
    }),
    inter_get_statement: (args, context) => ({
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
  due: { ...chargeDue },
});

function createBoleto(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const charge = createCharge(context, {
    id: generateInterRequestCode(context.random),
    method: "boleto",
    amount: amountAt(args, "valorNominal", "BRL") ?? 0,
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
  return showCharge(charge, ({ id }) => ({ codigoSolicitacao: id }));
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
  return {
    totalPaginas: 1,
    totalElementos: cobrancas.length,
    ultimaPagina: true,
    primeiraPagina: true,
    tamanhoPagina: 100,
    numeroDeElementos: cobrancas.length,
    cobrancas,
  };
}

/** The live API gives dates alone; `dataHora…` is as in the bank's own webhook, so that times are known. */
export function toCobranca(charge: Charge, context: SimulationContext): JsonObject {
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
      pdf: chargeUrl(context, charge.id, "boleto.pdf"),
    },
  };
}

function localDate(at: number): string {
  return calendarDateAt(at, SAO_PAULO);
}

function localTime(at: number): string {
  return formatMillisecondTimestamp(at, SAO_PAULO);
}
