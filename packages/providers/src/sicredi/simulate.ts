import type { JsonObject, PaymentStatus } from "@codespar/contract";
import {
  COMPE_CODES,
  calendarDateAt,
  cyclicSum,
  formatMajorUnits,
  formatOffsetTimestamp,
  PIX_ISPB,
  SAO_PAULO,
  toMajorUnits,
} from "@codespar/formats";
import { statementBetween } from "../engines/banking/statement-between.ts";
import { cancelBoleto, requireBoleto } from "../engines/payments/bank-boletos.ts";
import { chargeDue, listCharges } from "../engines/payments/change-charge.ts";
import { type Charge, chargeUrl, showCharge } from "../engines/payments/charge.ts";
import { createCharge, type Institution } from "../engines/payments/create-charge.ts";
import { receivedAmount } from "../engines/payments/received-amount.ts";
import { amountAt } from "../json/native-json.ts";
import { textAt } from "../json/read-arguments.ts";
import { pixHandlers } from "../pix-banks/pix-simulation.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { sicrediTools } from "./tools.ts";

const institution: Institution = { ispb: PIX_ISPB.sicredi, compe: COMPE_CODES.sicredi };

/** Cooperative, branch and customer behind the account, fictitious. */
const beneficiary = { cooperativa: "0710", posto: "03", codigoBeneficiario: "12345" };

const BOLETOS_OF_A_BYTE = 99_999;

const statuses: Readonly<Record<PaymentStatus, string>> = {
  pending: "EM CARTEIRA",
  // a bank takes no cards
  authorized: "EM CARTEIRA",
  paid: "LIQUIDADO",
  partially_refunded: "LIQUIDADO",
  refunded: "LIQUIDADO",
  expired: "VENCIDO",
  cancelled: "BAIXADO POR SOLICITACAO",
  failed: "REJEITADO",
};

/** Sicredi, Brazil: reais, boletos of bank 748 known by `nossoNumero`, Pix by txid as the BCB defines it. */
export const sicrediSimulation = defineSimulation({
  id: "sicredi",
  tools: sicrediTools,
  handlers: {
    sicredi_create_boleto: createBoleto,
    sicredi_get_boleto: (args, context) =>
      showCharge(requireBoleto(context, textAt(args, "nossoNumero")), (charge) => toBoleto(charge, context)),
    sicredi_list_boletos: listPaidBoletos,
    sicredi_cancel_boleto(args, context) {
      return showCharge(cancelBoleto(context, textAt(args, "nossoNumero")), ({ id, updatedAt }) => ({
        nossoNumero: id,
        ...beneficiary,
        statusComando: "MOVIMENTO_ENVIADO",
        tipoMensagem: "BAIXA",
        dataMovimento: localDate(updatedAt),
      }));
    },
    ...pixHandlers("sicredi", institution),
    sicredi_get_balance: (_args, context) => ({
      saldoDisponivel: toMajorUnits(receivedAmount(context), "BRL"),
    }),
    sicredi_get_statement: (args, context) => ({
      lancamentos: statementBetween(context, textAt(args, "dataInicio"), textAt(args, "dataFim")).map(
        ({ charge, amount, date }) => ({
          data: date,
          tipo: amount < 0 ? "DEBITO" : "CREDITO",
          historico: charge.method === "pix" ? "PIX" : "COBRANCA",
          documento: charge.reference ?? charge.id,
          valor: formatMajorUnits(Math.abs(amount), "BRL"),
        }),
      ),
    }),
  },
  due: { ...chargeDue },
});

function createBoleto(args: JsonObject, context: CallContext): JsonObject | Refusal {
  if (textAt(args, "tipoCobranca") === "HIBRIDO")
    return new Refusal("invalid_request", "The sandbox issues no HIBRIDO. Pass NORMAL, or charge by Pix.");
  const charge = createCharge(context, {
    id: nextOurNumber(context),
    method: "boleto",
    amount: amountAt(args, "valor", "BRL") ?? 0,
    currency: "BRL",
    reference: textAt(args, "informativos.0") ?? textAt(args, "seuNumero"),
    description: textAt(args, "informativos.1"),
    dueDate: textAt(args, "dataVencimento"),
    institution,
    native: {
      seuNumero: textAt(args, "seuNumero") ?? null,
      idTituloEmpresa: textAt(args, "idTituloEmpresa") ?? null,
      pagador: args.pagador ?? null,
    },
  });
  return showCharge(charge, ({ id, boleto }) => ({
    nossoNumero: id,
    codigoBarras: boleto?.barcode ?? "",
    linhaDigitavel: boleto?.line ?? "",
    cooperativa: beneficiary.cooperativa,
    posto: beneficiary.posto,
  }));
}

/**
 * Year, byte (2 to 9, because 1 is the cooperative's), five digits in sequence, and a digit modulo 11 over
 * cooperative, branch, customer and all that.
 */
function nextOurNumber(context: CallContext): string {
  const year = localDate(context.now).slice(2, 4);
  const count = context.nextNumber(`nosso_numero ${year}`) - 1;
  const byte = 2 + (Math.floor(count / BOLETOS_OF_A_BYTE) % 8);
  const number = `${year}${byte}${String((count % BOLETOS_OF_A_BYTE) + 1).padStart(5, "0")}`;
  const { cooperativa, posto, codigoBeneficiario } = beneficiary;
  const digit = 11 - (cyclicSum(`${cooperativa}${posto}${codigoBeneficiario}${number}`) % 11);
  return `${number}${digit > 9 ? 0 : digit}`;
}

function listPaidBoletos(args: JsonObject, context: SimulationContext): JsonObject {
  const day = textAt(args, "dia")?.split("/").reverse().join("-");
  const items = listCharges(context).flatMap(({ id, method, paidAt, amount, native }) => {
    if (method !== "boleto" || paidAt === undefined) return [];
    if (day !== undefined && localDate(paidAt) !== day) return [];
    const value = toMajorUnits(amount, "BRL");
    return [
      {
        ...beneficiary,
        nossoNumero: id,
        seuNumero: native?.seuNumero ?? null,
        dataPagamento: localTime(paidAt),
        valor: value,
        valorLiquidado: value,
        tipoLiquidacao: "COMPE",
      },
    ];
  });
  return { items, hasNext: false };
}

export function toBoleto(charge: Charge, context: SimulationContext): JsonObject {
  const shown: JsonObject = {
    nossoNumero: charge.id,
    seuNumero: charge.native?.seuNumero ?? null,
    codigoBarras: charge.boleto?.barcode ?? "",
    linhaDigitavel: charge.boleto?.line ?? "",
    pagador: charge.native?.pagador ?? null,
    dataEmissao: localTime(charge.createdAt),
    dataVencimento: charge.boleto?.dueDate ?? "",
    valorNominal: toMajorUnits(charge.amount, "BRL"),
    situacao: statuses[charge.status],
    linkPdf: chargeUrl(context, charge.id, "boleto.pdf"),
  };
  if (charge.paidAt !== undefined) {
    shown.dadosLiquidacao = { data: localTime(charge.paidAt), valor: toMajorUnits(charge.amount, "BRL") };
  }
  return shown;
}

function localDate(at: number): string {
  return calendarDateAt(at, SAO_PAULO);
}

function localTime(at: number): string {
  return formatOffsetTimestamp(at, SAO_PAULO);
}
