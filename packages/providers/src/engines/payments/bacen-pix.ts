import type { JsonObject, PaymentStatus } from "@codespar/contract";
import { formatMajorUnits, generateChargeTxid, parseAmount } from "@codespar/formats";
import { ArgumentError } from "../../json/native-json.ts";
import { numberAt, objectsAt, textAt, valueAt } from "../../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../../simulation/provider-definition.ts";
import { REMOVED } from "../../tools/cob-fields.ts";
import { cancelCharge, getCharge, listCharges, refundCharge } from "./change-charge.ts";
import type { Charge, ChargeRefund } from "./charge.ts";
import { pixCode } from "./charge.ts";
import { createCharge, type Institution } from "./create-charge.ts";

/** Ten digits of reais at most. */
const PIX_AMOUNT = /^\d{1,10}\.\d{2}$/;

const statuses: Readonly<Record<PaymentStatus, string>> = {
  pending: "ATIVA",
  // a Pix is never held
  authorized: "ATIVA",
  paid: "CONCLUIDA",
  partially_refunded: "CONCLUIDA",
  refunded: "CONCLUIDA",
  cancelled: REMOVED,
  expired: "REMOVIDA_PELO_PSP",
  failed: "REMOVIDA_PELO_PSP",
};

/** Creates a charge (`PUT /cob/{txid}`, `POST /cob`), or removes one that is unpaid (`PATCH` with that status). */
export function putCob(
  args: JsonObject,
  context: CallContext,
  institution: Institution,
): JsonObject | Refusal {
  const txid = textAt(args, "txid");
  if (textAt(args, "status") === REMOVED) {
    const found = getPixCharge(context, txid);
    const removed = found instanceof Refusal ? found : cancelCharge(context, found.id);
    return removed instanceof Refusal ? removed : toCob(removed, context);
  }
  if (txid !== undefined && (!/^[a-zA-Z0-9]{26,35}$/.test(txid) || isTaken(context, txid))) {
    return new Refusal("invalid_request", `txid ${txid} is taken or malformed.`, "CobOperacaoInvalida");
  }
  const lifetime = numberAt(args, "calendario.expiracao");
  if (lifetime !== undefined && lifetime <= 0) {
    return new Refusal("invalid_due_date", "calendario.expiracao must lie ahead.", "CobOperacaoInvalida");
  }
  const id = txid ?? generateChargeTxid(context.random);
  const reference = objectsAt(args, "infoAdicionais").find((info) => info.nome === "referencia");
  const charge = createCharge(context, {
    id,
    txid: id,
    method: "pix",
    amount: pixAmountAt(args, "valor.original") ?? 0,
    currency: "BRL",
    reference: textAt(reference, "valor"),
    description: textAt(args, "solicitacaoPagador"),
    expiresAt: lifetime === undefined ? undefined : context.now + lifetime * 1000,
    institution,
    native: { devedor: args.devedor ?? null },
  });
  return charge instanceof Refusal ? charge : toCob(charge, context);
}

export function getCob(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const charge = getPixCharge(context, textAt(args, "txid"));
  return charge instanceof Refusal ? charge : toCob(charge, context);
}

/** `GET /pix`: what was received between two instants (ISO 8601, both included), oldest first; an end left out is open. */
export function listPixReceived(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const from = readInstant(args, "inicio");
  const to = readInstant(args, "fim");
  if (from instanceof Refusal) return from;
  if (to instanceof Refusal) return to;
  const received = listCharges(context).filter(
    ({ paidAt = 0 }) => paidAt >= (from ?? paidAt) && paidAt <= (to ?? paidAt),
  );
  return { pix: received.flatMap(toReceived) };
}

/** `PUT /pix/{e2eid}/devolucao/{id}`: gives a received Pix back, whole or in part. */
export function refundPix(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const endToEndId = textAt(args, "e2eId") ?? "";
  const charge = listCharges(context).find((found) => found.pix?.endToEndId === endToEndId);
  if (charge === undefined) return new Refusal("payment_not_found", `There is no Pix ${endToEndId}.`);
  return giveBack(args, context, charge.id);
}

/** The return of a payment, under the id that the caller gives it. */
export function giveBack(args: JsonObject, context: SimulationContext, id: string): JsonObject | Refusal {
  const refundId = textAt(args, "id");
  const amount = pixAmountAt(args, "valor");
  if (refundId === undefined || !/^[a-zA-Z0-9]{1,35}$/.test(refundId)) {
    return new Refusal("invalid_request", "id must be 1 to 35 letters and digits.", "PixDevolucaoInvalida");
  }
  const charge = getCharge(context, id);
  if (!(charge instanceof Refusal) && charge.refunds.some((refund) => refund.id === refundId)) {
    return new Refusal("invalid_request", `There is a return ${refundId} already.`, "PixDevolucaoInvalida");
  }
  const refunded = refundCharge(context, id, {
    id: refundId,
    amount,
  });
  return refunded instanceof Refusal ? refunded : toReturn(refunded.refund);
}

/** BCB takes text of exactly two decimals (API Pix, `\d{1,10}\.\d{2}`), in centavos here. */
function pixAmountAt(args: JsonObject, path: string): number | undefined {
  const value = valueAt(args, path);
  if (value === undefined) return undefined;
  const amount = typeof value === "string" && PIX_AMOUNT.test(value) ? parseAmount(value, "BRL") : undefined;
  if (amount !== undefined) return amount;
  throw new ArgumentError(`${path} ${JSON.stringify(value)} is not valid. Pass text such as "10.00".`);
}

export function toReturn(refund: ChargeRefund): JsonObject {
  return {
    id: refund.id,
    valor: formatMajorUnits(refund.amount, "BRL"),
    horario: { solicitacao: isoTime(refund.createdAt), liquidacao: isoTime(refund.createdAt) },
    status: "DEVOLVIDO",
    ...(refund.endToEndId === undefined ? {} : { rtrId: refund.endToEndId }),
  };
}

function toCob(charge: Charge, context: SimulationContext): JsonObject {
  const expiresAt = charge.expiresAt ?? charge.createdAt;
  return {
    txid: charge.id,
    revisao: charge.status === "cancelled" ? 1 : 0,
    status: statuses[charge.status],
    calendario: {
      criacao: isoTime(charge.createdAt),
      expiracao: Math.round((expiresAt - charge.createdAt) / 1000),
    },
    devedor: charge.native?.devedor ?? null,
    valor: { original: formatMajorUnits(charge.amount, "BRL") },
    chave: context.merchant.pixKey,
    solicitacaoPagador: charge.description ?? null,
    infoAdicionais: charge.reference === undefined ? [] : [{ nome: "referencia", valor: charge.reference }],
    location: `pix.sandbox.codespar.dev/${context.server}/${charge.id}`,
    pixCopiaECola: pixCode(context, charge),
    // from GET /loc/{id}/qrcode, so that one read shows all
    imagemQrcode: `data:image/png;base64,${context.qrPicture(pixCode(context, charge))}`,
    pix: toReceived(charge),
  };
}

function toReceived(charge: Charge): JsonObject[] {
  if (charge.pix?.endToEndId === undefined) return [];
  return [
    {
      endToEndId: charge.pix.endToEndId,
      txid: charge.id,
      valor: formatMajorUnits(charge.amount, "BRL"),
      horario: isoTime(charge.paidAt ?? charge.updatedAt),
      devolucoes: charge.refunds.map(toReturn),
    },
  ];
}

function readInstant(args: JsonObject, field: "inicio" | "fim"): number | Refusal | undefined {
  const written = textAt(args, field);
  if (written === undefined) return undefined;
  const at = Date.parse(written);
  if (!Number.isNaN(at)) return at;
  return new Refusal(
    "invalid_request",
    `${field} ${written} is no time. Send ISO 8601.`,
    "ParametroInvalido",
  );
}

function getPixCharge(context: SimulationContext, txid = ""): Charge | Refusal {
  const charge = getCharge(context, txid);
  if (charge instanceof Refusal || charge.pix !== undefined) return charge;
  return new Refusal("payment_not_found", `There is no Pix charge ${txid}.`);
}

function isTaken(context: SimulationContext, txid: string): boolean {
  return !(getCharge(context, txid) instanceof Refusal);
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
