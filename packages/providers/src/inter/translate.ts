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

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const statuses: Readonly<Record<string, PaymentStatus>> = {
  RECEBIDO: "paid",
  MARCADO_RECEBIDO: "paid",
  CANCELADO: "cancelled",
  EXPIRADO: "expired",
  FALHA_EMISSAO: "failed",
};
/** Inter makes the boleto itself after it has responded, or fails to. */
const WITHOUT_BOLETO: ReadonlySet<string> = new Set(["EM_PROCESSAMENTO", "FALHA_EMISSAO"]);
const BOLETO_DAYS = 3;
const LINE_LENGTH = 78;

const bankBoleto: PaymentMapping = {
  async create(request, native, context) {
    const made = await native.effect("inter_create_boleto", boletoArguments(request, context));
    return readBoleto(requiredText(made, "codigoSolicitacao"), native);
  },
  get: readBoleto,
  async refund({ paymentId }, native) {
    // one that is not there is said to be so
    await readBoleto(paymentId, native);
    throw boletoKept();
  },
  async cancel(paymentId, native) {
    await native.effect("inter_cancel_boleto", {
      codigoSolicitacao: paymentId,
      motivoCancelamento: "ACERTOS",
    });
    return readBoleto(paymentId, native);
  },
};

/** Banco Inter: boletos by its own API in reais, Pix by the Banco Central's. */
export const interTranslator: Translator = {
  server: "inter",
  pay: translatePay(
    pixOrBoleto({
      pix: bacenPix(pixToolsOf("inter")),
      boleto: bankBoleto,
      isBoleto: (paymentId) => UUID.test(paymentId),
    }),
  ),
};

function boletoArguments(request: PaymentRequest, { now }: TranslationContext): JsonObject {
  const { amount, reference, description, customer, due_date } = request;
  return omitUndefined({
    // seuNumero is too short for a reference: the connector draws one to find the boleto by
    valorNominal: toMajorUnits(amount, "BRL"),
    dataVencimento: due_date ?? calendarDateAt(now, SAO_PAULO, BOLETO_DAYS),
    numDiasAgenda: 0,
    pagador: customer === undefined ? undefined : getPayer(customer),
    mensagem: omitUndefined({
      linha1: requireLength(reference, { provider: "Inter", field: "reference", length: LINE_LENGTH }),
      linha2: description === undefined ? undefined : cutText(description, LINE_LENGTH),
    }),
  });
}

function getPayer(customer: NonNullable<PaymentRequest["customer"]>): JsonObject {
  const document = bareDocument(customer);
  const phone = brazilPhone(customer);
  const { address } = customer;
  return omitUndefined({
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

async function readBoleto(codigoSolicitacao: string, native: NativeCalls): Promise<PayOutput> {
  const response = await native.read("inter_get_boleto", { codigoSolicitacao });
  const at = (path: string) => textAt(response, `cobranca.${path}`);
  const status = statuses[at("situacao") ?? ""] ?? "pending";
  const dueDate = requiredText(response, "cobranca.dataVencimento");
  return paymentOutput({
    payment_id: codigoSolicitacao,
    status,
    method: "boleto",
    amount: toMinorUnits(requiredNumber(response, "cobranca.valorNominal"), "BRL"),
    currency: "BRL",
    createdAt: getTime(response, "Emissao"),
    paidAt: status === "paid" ? getTime(response, "Situacao") : undefined,
    expiresAt: boletoPayableUntil(dueDate),
    refunds: [],
    ...(WITHOUT_BOLETO.has(at("situacao") ?? "") ? {} : { boleto: readBoletoDetails(response, dueDate) }),
  });
}

function readBoletoDetails(response: JsonObject, due_date: string): BoletoDetails {
  return {
    digitable_line: requiredText(response, "boleto.linhaDigitavel"),
    barcode: requiredText(response, "boleto.codigoBarras"),
    due_date,
    pdf_url: textAt(response, "boleto.pdf") ?? "",
  };
}

/** The time of an event if the bank gives it; else what its day allows: created as it begins, paid as it ends. */
function getTime(response: JsonObject, event: "Emissao" | "Situacao"): number | undefined {
  const time = instantAt(response, `cobranca.dataHora${event}`);
  const date = textAt(response, `cobranca.data${event}`);
  if (time !== undefined || date === undefined) return time;
  return event === "Emissao"
    ? parseLocalTimestamp(`${date} 00:00:00`, SAO_PAULO)
    : endOfDate(date, SAO_PAULO);
}
