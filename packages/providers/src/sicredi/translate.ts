import type { NativeCalls, TranslationContext, Translator } from "@codespar/backend/ports";
import type { JsonObject, PaymentStatus, PayOutput } from "@codespar/contract";
import {
  bareText,
  boletoPayableUntil,
  calendarDateAt,
  SAO_PAULO,
  toMajorUnits,
  toMinorUnits,
} from "@codespar/formats";
import { compact } from "../json/compact.ts";
import { instantAt } from "../json/instant-at.ts";
import { objectsAt, requiredNumber, requiredText, textAt } from "../json/native-json.ts";
import { bacenPix, describeReturn, reaisText, refundIdOf } from "../mappings/payments/bacen-pix.ts";
import { bareDocument, brazilPhone } from "../mappings/payments/brazil-payer.ts";
import { paymentOutput } from "../mappings/payments/payment-output.ts";
import { pixOrSlip } from "../mappings/payments/pix-or-slip.ts";
import { type PayDialect, type PaymentRequest, translatePay } from "../mappings/payments/translate-pay.ts";
import { cutText } from "../mappings/text/cut-text.ts";
import { requireLength } from "../mappings/text/require-length.ts";

const statuses: Readonly<Record<string, PaymentStatus>> = {
  LIQUIDADO: "paid",
  VENCIDO: "expired",
  BAIXADO: "cancelled",
  "BAIXADO POR SOLICITACAO": "cancelled",
  REJEITADO: "failed",
};
const BOLETO_DAYS = 3;
const OWN_NUMBER_LENGTH = 10;
const LINE_LENGTH = 80;

const slip: PayDialect = {
  async create(request, native, context) {
    const made = await native.effect("sicredi_create_boleto", slipArguments(request, context));
    return readSlip(requiredText(made, "nossoNumero"), native);
  },
  get: readSlip,
  async refund({ paymentId, amount }, native, context) {
    const valor = amount === undefined ? {} : { valor: reaisText(amount) };
    await native.effect("sicredi_refund_pix", { nossoNumero: paymentId, id: refundIdOf(context), ...valor });
    return readSlip(paymentId, native);
  },
  async cancel(nossoNumero, native) {
    await native.effect("sicredi_cancel_boleto", { nossoNumero });
    return readSlip(nossoNumero, native);
  },
};

/** Sicredi: boletos by its own API in reais, known by nine digits; Pix by the Banco Central's. */
export const sicrediTranslator: Translator = {
  server: "sicredi",
  pay: translatePay(
    pixOrSlip({
      pix: bacenPix({
        put: "sicredi_create_pix_charge",
        get: "sicredi_get_pix_charge",
        refund: "sicredi_refund_pix",
      }),
      slip,
      isSlip: (paymentId) => /^\d{9}$/.test(paymentId),
    }),
  ),
};

function slipArguments(request: PaymentRequest, { now }: TranslationContext): JsonObject {
  const { amount, reference, description, customer, due_date } = request;
  const line = requireLength(reference, { provider: "Sicredi", field: "reference", length: LINE_LENGTH });
  return compact({
    tipoCobranca: "NORMAL",
    especieDocumento: "DUPLICATA_MERCANTIL_INDICACAO",
    // a copy to find the slip by: informativos has the whole of it
    seuNumero: cutText(reference, OWN_NUMBER_LENGTH),
    valor: toMajorUnits(amount, "BRL"),
    dataVencimento: due_date ?? calendarDateAt(now, SAO_PAULO, BOLETO_DAYS),
    pagador: customer === undefined ? undefined : payerOf(customer),
    informativos: description === undefined ? [line] : [line, cutText(description, LINE_LENGTH)],
  });
}

function payerOf(customer: NonNullable<PaymentRequest["customer"]>): JsonObject {
  const document = bareDocument(customer);
  const phone = brazilPhone(customer);
  const { address } = customer;
  // Sicredi has one line for street, number and complement
  const line = [address?.street, address?.number, address?.complement]
    .filter((part) => part !== undefined)
    .join(", ");
  return compact({
    documento: document,
    tipoPessoa: document?.length === 14 ? "PESSOA_JURIDICA" : "PESSOA_FISICA",
    nome: customer.name,
    email: customer.email,
    telefone: phone && `${phone.area}${phone.number}`,
    endereco: line === "" ? undefined : line,
    cidade: address?.city,
    uf: address?.state,
    cep: address && bareText(address.postal_code),
  });
}

async function readSlip(nossoNumero: string, native: NativeCalls): Promise<PayOutput> {
  const slip = await native.read("sicredi_get_boleto", { nossoNumero });
  const dueDate = requiredText(slip, "dataVencimento");
  return paymentOutput({
    payment_id: nossoNumero,
    status: statuses[requiredText(slip, "situacao")] ?? "pending",
    method: "boleto",
    amount: toMinorUnits(requiredNumber(slip, "valorNominal"), "BRL"),
    currency: "BRL",
    createdAt: instantAt(slip, "dataEmissao"),
    paidAt: instantAt(slip, "dadosLiquidacao.data"),
    expiresAt: boletoPayableUntil(dueDate),
    refunds: objectsAt(slip, "devolucoes").map(describeReturn),
    boleto: {
      digitable_line: requiredText(slip, "linhaDigitavel"),
      barcode: requiredText(slip, "codigoBarras"),
      due_date: dueDate,
      pdf_url: textAt(slip, "linkPdf") ?? "",
    },
  });
}
