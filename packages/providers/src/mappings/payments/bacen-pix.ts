import type { NativeCalls, TranslationContext } from "@codespar/backend/ports";
import { ProviderRefusal } from "@codespar/backend/ports";
import type { JsonObject, PaymentStatus, PayOutput, Refund } from "@codespar/contract";
import { endOfDate, SAO_PAULO, toMajorUnits, toMinorUnits } from "@codespar/formats";
import { instantAt, objectsAt, requiredNumber, requiredText, textAt } from "../../json/native-json.ts";
import { omitUndefined } from "../../json/omit-undefined.ts";
import { cutText } from "../text/cut-text.ts";
import { bareDocument } from "./brazil-payer.ts";
import { paymentOutput, refundOutput } from "./payment-output.ts";
import { pixDetails } from "./pix-details.ts";
import { keptText, type PaymentMapping, type PaymentRequest } from "./translate-pay.ts";

/** What one bank calls the operations of the Pix API. */
export interface BacenPixTools {
  /** `PUT /cob/{txid}`. */
  put: string;
  get: string;
  /** `PATCH /cob/{txid}`. */
  update: string;
  /** `PUT /pix/{e2eid}/devolucao/{id}`. */
  refund: string;
}

const statuses: Readonly<Record<string, PaymentStatus>> = {
  CONCLUIDA: "paid",
  REMOVIDA_PELO_USUARIO_RECEBEDOR: "cancelled",
  REMOVIDA_PELO_PSP: "expired",
};
const returnStatuses: Readonly<Record<string, Refund["status"]>> = {
  DEVOLVIDO: "succeeded",
  NAO_REALIZADO: "failed",
};
const LIFETIME_SECONDS = 3600;
/** Under which a charge shows the caller's own reference. */
const REFERENCE = "referencia";
/** `solicitacaoPagador`, by the Banco Central's API Pix. */
const REQUEST_LENGTH = 140;

/** The tools of a bank whose names begin with `prefix`. */
export function pixToolsOf(prefix: string): BacenPixTools {
  return {
    put: `${prefix}_create_pix_charge`,
    get: `${prefix}_get_pix_charge`,
    update: `${prefix}_update_pix_charge`,
    refund: `${prefix}_refund_pix`,
  };
}

/** Pix in the words of the Banco Central ("API Pix"), which every bank's own API takes over: reais as text. */
export function bacenPix(tools: BacenPixTools): PaymentMapping {
  async function read(txid: string, native: NativeCalls, context: TranslationContext): Promise<PayOutput> {
    return describeCob(await native.read(tools.get, { txid }), context.now);
  }
  return {
    create: async (request, native, context) =>
      describeCob(await native.effect(tools.put, cobArguments(request, context)), context.now),
    get: read,
    async refund({ paymentId, amount }, native, context) {
      const cob = await native.read(tools.get, { txid: paymentId });
      const [received] = objectsAt(cob, "pix");
      // before a refund can have happened there was a payment, so a second run never stops here
      if (received === undefined) throw notPaid(paymentId);
      await native.effect(tools.refund, {
        e2eId: requiredText(received, "endToEndId"),
        id: readRefundId(context),
        valor: reaisText(amount ?? remaining(cob)),
      });
      return read(paymentId, native, context);
    },
    async cancel(paymentId, native, context) {
      const txid = requireTxid(paymentId);
      const cob = await native.effect(tools.update, { txid, status: "REMOVIDA_PELO_USUARIO_RECEBEDOR" });
      return describeCob(cob, context.now);
    },
  };
}

/** Throws ProviderRefusal for what cannot be the id of any charge (BCB, "API Pix", `txid`). */
function requireTxid(paymentId: string): string {
  if (/^[a-zA-Z0-9]{25,35}$/.test(paymentId)) return paymentId;
  throw new ProviderRefusal({
    code: "payment_not_found",
    message:
      "This payment_id is no txid of a Pix charge, which has 26 to 35 letters and digits. Pass the payment_id of an earlier call.",
  });
}

/** The id of a return, which the API takes from its caller: 1 to 35 letters and digits. */
export function readRefundId({ operationId }: TranslationContext): string {
  return operationId.replace(/[^a-zA-Z0-9]/g, "").slice(0, 35);
}

/** Minor units as the API writes reais: `159.90`. */
export function reaisText(amount: number): string {
  return toMajorUnits(amount, "BRL").toFixed(2);
}

export function describeReturn(item: JsonObject): Refund {
  return refundOutput({
    refund_id: requiredText(item, "id"),
    amount: toMinorUnits(requiredNumber(item, "valor"), "BRL"),
    status: returnStatuses[textAt(item, "status") ?? ""] ?? "pending",
    at: instantAt(item, "horario.solicitacao"),
    endToEndId: textAt(item, "rtrId"),
  });
}

function cobArguments(request: PaymentRequest, { now }: TranslationContext): JsonObject {
  const { amount, reference, description, customer, due_date } = request;
  const expiracao =
    due_date === undefined ? LIFETIME_SECONDS : Math.floor((endOfDate(due_date, SAO_PAULO) - now) / 1000);
  return omitUndefined({
    calendario: { expiracao },
    devedor: customer === undefined ? undefined : readDebtor(customer),
    valor: { original: reaisText(amount) },
    solicitacaoPagador: description === undefined ? undefined : cutText(description, REQUEST_LENGTH),
    infoAdicionais: [{ nome: REFERENCE, valor: reference }],
  });
}

/** The API wants both name and document, or no payer at all. */
function readDebtor(customer: NonNullable<PaymentRequest["customer"]>): JsonObject | undefined {
  const document = bareDocument(customer);
  if (document === undefined || customer.name === undefined) return undefined;
  return { [document.length === 14 ? "cnpj" : "cpf"]: document, nome: customer.name };
}

function describeCob(cob: JsonObject, now: number): PayOutput {
  const [received] = objectsAt(cob, "pix");
  const createdAt = instantAt(cob, "calendario.criacao");
  const expiresAt = (createdAt ?? 0) + requiredNumber(cob, "calendario.expiracao") * 1000;
  const status = statuses[requiredText(cob, "status")];
  const own = objectsAt(cob, "infoAdicionais").find(({ nome }) => nome === REFERENCE);
  return paymentOutput({
    payment_id: requiredText(cob, "txid"),
    status: status ?? (now > expiresAt ? "expired" : "pending"),
    method: "pix",
    amount: getAmount(cob),
    currency: "BRL",
    createdAt,
    paidAt: instantAt(received, "horario"),
    expiresAt,
    refunds: objectsAt(received, "devolucoes").map(describeReturn),
    ...keptText(
      { ...own, description: cob.solicitacaoPagador ?? null },
      { reference: "valor", description: "description" },
    ),
    pix: pixDetails({
      code: requiredText(cob, "pixCopiaECola"),
      txid: requiredText(cob, "txid"),
      picture: textAt(cob, "imagemQrcode") ?? textAt(cob, "location"),
      endToEndId: textAt(received, "endToEndId"),
    }),
  });
}

/** What a refund without an amount gives back. */
function remaining(cob: JsonObject): number {
  const amount = getAmount(cob);
  const returned = objectsAt(cob, "pix.0.devolucoes").map(describeReturn);
  return returned.reduce((left, item) => (item.status === "failed" ? left : left - item.amount), amount);
}

function getAmount(cob: JsonObject): number {
  return toMinorUnits(requiredNumber(cob, "valor.original"), "BRL");
}

function notPaid(paymentId: string): ProviderRefusal {
  return new ProviderRefusal({
    code: "payment_not_paid",
    message: `Pix ${paymentId} has not been paid; only a paid one can be refunded.`,
  });
}
