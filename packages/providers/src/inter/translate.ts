import type { NativeCalls, TranslationContext, Translator } from "@codespar/backend/ports";
import type { BoletoDetails, JsonObject, PaymentStatus, PayOutput } from "@codespar/contract";
import {
  bareText,
  boletoPayableUntil,
  calendarDateAt,
  endOfDate,
  parseLocalTimestamp,
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

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const statuses: Readonly<Record<string, PaymentStatus>> = {
  RECEBIDO: "paid",
  MARCADO_RECEBIDO: "paid",
  CANCELADO: "cancelled",
  EXPIRADO: "expired",
  FALHA_EMISSAO: "failed",
};
/** Inter makes a slip after it has answered, or fails to. */
const WITHOUT_SLIP: ReadonlySet<string> = new Set(["EM_PROCESSAMENTO", "FALHA_EMISSAO"]);
const BOLETO_DAYS = 3;
const OWN_NUMBER_LENGTH = 15;
const LINE_LENGTH = 78;

const slip: PayDialect = {
  async create(request, native, context) {
    const made = await native.effect("inter_create_boleto", slipArguments(request, context));
    return readSlip(requiredText(made, "codigoSolicitacao"), native);
  },
  get: readSlip,
  async refund({ paymentId, amount }, native, context) {
    const valor = amount === undefined ? {} : { valor: reaisText(amount) };
    await native.effect("inter_refund_pix", {
      codigoSolicitacao: paymentId,
      id: refundIdOf(context),
      ...valor,
    });
    return readSlip(paymentId, native);
  },
  async cancel(paymentId, native) {
    await native.effect("inter_cancel_boleto", {
      codigoSolicitacao: paymentId,
      motivoCancelamento: "ACERTOS",
    });
    return readSlip(paymentId, native);
  },
};

/** Banco Inter: boletos by its own API in reais, Pix by the Banco Central's. */
export const interTranslator: Translator = {
  server: "inter",
  pay: translatePay(
    pixOrSlip({
      pix: bacenPix({
        put: "inter_create_pix_charge",
        get: "inter_get_pix_charge",
        refund: "inter_refund_pix",
      }),
      slip,
      isSlip: (paymentId) => UUID.test(paymentId),
    }),
  ),
};

function slipArguments(request: PaymentRequest, { now }: TranslationContext): JsonObject {
  const { amount, reference, description, customer, due_date } = request;
  return compact({
    // a copy to find the slip by: linha1 has the whole of it
    seuNumero: cutText(reference, OWN_NUMBER_LENGTH),
    valorNominal: toMajorUnits(amount, "BRL"),
    dataVencimento: due_date ?? calendarDateAt(now, SAO_PAULO, BOLETO_DAYS),
    numDiasAgenda: 0,
    pagador: customer === undefined ? undefined : payerOf(customer),
    mensagem: compact({
      linha1: requireLength(reference, { provider: "Inter", field: "reference", length: LINE_LENGTH }),
      linha2: description === undefined ? undefined : cutText(description, LINE_LENGTH),
    }),
  });
}

function payerOf(customer: NonNullable<PaymentRequest["customer"]>): JsonObject {
  const document = bareDocument(customer);
  const phone = brazilPhone(customer);
  const { address } = customer;
  return compact({
    cpfCnpj: document,
    tipoPessoa: document?.length === 14 ? "JURIDICA" : "FISICA",
    nome: customer.name,
    email: customer.email,
    ddd: phone?.area,
    telefone: phone?.number,
    endereco: address?.street,
    numero: address?.number,
    complemento: address?.complement,
    bairro: address?.district,
    cidade: address?.city,
    uf: address?.state,
    cep: address && bareText(address.postal_code),
  });
}

async function readSlip(codigoSolicitacao: string, native: NativeCalls): Promise<PayOutput> {
  const answer = await native.read("inter_get_boleto", { codigoSolicitacao });
  const at = (path: string) => textAt(answer, `cobranca.${path}`);
  const status = statuses[at("situacao") ?? ""] ?? "pending";
  const dueDate = requiredText(answer, "cobranca.dataVencimento");
  return paymentOutput({
    payment_id: codigoSolicitacao,
    status,
    method: "boleto",
    amount: toMinorUnits(requiredNumber(answer, "cobranca.valorNominal"), "BRL"),
    currency: "BRL",
    createdAt: timeOf(answer, "Emissao"),
    paidAt: status === "paid" ? timeOf(answer, "Situacao") : undefined,
    expiresAt: boletoPayableUntil(dueDate),
    refunds: objectsAt(answer, "cobranca.devolucoes").map(describeReturn),
    ...(WITHOUT_SLIP.has(at("situacao") ?? "") ? {} : { boleto: slipOf(answer, dueDate) }),
  });
}

function slipOf(answer: JsonObject, due_date: string): BoletoDetails {
  return {
    digitable_line: requiredText(answer, "boleto.linhaDigitavel"),
    barcode: requiredText(answer, "boleto.codigoBarras"),
    due_date,
    pdf_url: textAt(answer, "boleto.pdf") ?? "",
  };
}

/** The time of an event if the bank tells it; else what its day allows: created as it begins, paid as it ends. */
function timeOf(answer: JsonObject, event: "Emissao" | "Situacao"): number | undefined {
  const time = instantAt(answer, `cobranca.dataHora${event}`);
  const date = textAt(answer, `cobranca.data${event}`);
  if (time !== undefined || date === undefined) return time;
  return event === "Emissao"
    ? parseLocalTimestamp(`${date} 00:00:00`, SAO_PAULO)
    : endOfDate(date, SAO_PAULO);
}
