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
import { instantAt, requiredNumber, requiredText, textAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { bacenPix, pixToolsOf } from "../mappings/payments/bacen-pix.ts";
import { bareDocument, brazilPhone } from "../mappings/payments/brazil-payer.ts";
import { paymentOutput } from "../mappings/payments/payment-output.ts";
import { boletoKept, pixOrBoleto } from "../mappings/payments/pix-or-boleto.ts";
import {
  type PaymentMapping,
  type PaymentRequest,
  translatePay,
} from "../mappings/payments/translate-pay.ts";
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

const bankBoleto: PaymentMapping = {
  async create(request, native, context) {
    const made = await native.effect("sicredi_create_boleto", boletoArguments(request, context));
    return readBoleto(requiredText(made, "nossoNumero"), native);
  },
  get: readBoleto,
  async refund({ paymentId }, native) {
    // one that is not there is said to be so
    await readBoleto(paymentId, native);
    throw boletoKept();
  },
  async cancel(nossoNumero, native) {
    await native.effect("sicredi_cancel_boleto", { nossoNumero });
    return readBoleto(nossoNumero, native);
  },
};

/** Sicredi: boletos by its own API in reais, known by nine digits; Pix by the Banco Central's. */
export const sicrediTranslator: Translator = {
  server: "sicredi",
  pay: translatePay(
    pixOrBoleto({
      pix: bacenPix(pixToolsOf("sicredi")),
      boleto: bankBoleto,
      isBoleto: (paymentId) => /^\d{9}$/.test(paymentId),
    }),
  ),
};

function boletoArguments(request: PaymentRequest, { now }: TranslationContext): JsonObject {
  const { amount, reference, description, customer, due_date } = request;
  const line = requireLength(reference, { provider: "Sicredi", field: "reference", length: LINE_LENGTH });
  return omitUndefined({
    tipoCobranca: "NORMAL",
    especieDocumento: "DUPLICATA_MERCANTIL_INDICACAO",
    // a copy to find the boleto by: informativos has the whole of it
    seuNumero: cutText(reference, OWN_NUMBER_LENGTH),
    valor: toMajorUnits(amount, "BRL"),
    dataVencimento: due_date ?? calendarDateAt(now, SAO_PAULO, BOLETO_DAYS),
    pagador: customer === undefined ? undefined : getPayer(customer),
    informativos: description === undefined ? [line] : [line, cutText(description, LINE_LENGTH)],
  });
}

function getPayer(customer: NonNullable<PaymentRequest["customer"]>): JsonObject {
  const document = bareDocument(customer);
  const phone = brazilPhone(customer);
  const { address } = customer;
  // Sicredi has one line for street, number and complement
  const line = [address?.street, address?.number, address?.complement]
    .filter((part) => part !== undefined)
    .join(", ");
  return omitUndefined({
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

async function readBoleto(nossoNumero: string, native: NativeCalls): Promise<PayOutput> {
  const bankBoleto = await native.read("sicredi_get_boleto", { nossoNumero });
  const dueDate = requiredText(bankBoleto, "dataVencimento");
  return paymentOutput({
    payment_id: nossoNumero,
    status: statuses[requiredText(bankBoleto, "situacao")] ?? "pending",
    method: "boleto",
    amount: toMinorUnits(requiredNumber(bankBoleto, "valorNominal"), "BRL"),
    currency: "BRL",
    createdAt: instantAt(bankBoleto, "dataEmissao"),
    paidAt: instantAt(bankBoleto, "dadosLiquidacao.data"),
    expiresAt: boletoPayableUntil(dueDate),
    refunds: [],
    boleto: {
      digitable_line: requiredText(bankBoleto, "linhaDigitavel"),
      barcode: requiredText(bankBoleto, "codigoBarras"),
      due_date: dueDate,
      pdf_url: textAt(bankBoleto, "linkPdf") ?? "",
    },
  });
}
