import type { JsonObject, PaymentStatus } from "@codespar/contract";
import { formatMajorUnits, generateChargeTxid, parseAmount } from "@codespar/formats";
import { ArgumentError, isObject } from "../../json/native-json.ts";
import { numberAt, objectsAt, textAt, valueAt } from "../../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../../simulation/provider-definition.ts";
import { REMOVED } from "../../tools/cob-fields.ts";
import { cancelCharge, getCharge, listCharges, refundCharge } from "./change-charge.ts";
import { CHARGE_KIND, type Charge, type ChargeRefund, pixCode, showCharge } from "./charge.ts";
import { describeAmountProblem } from "./charge-limits.ts";
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
  // that its time is over does not change a charge: whoever reads it compares
  expired: "ATIVA",
  failed: "REMOVIDA_PELO_PSP",
};

/** Creates a charge: `PUT /cob/{txid}`, with a txid that is drawn here where the caller chose none. */
export function putCob(
  args: JsonObject,
  context: CallContext,
  institution: Institution,
): JsonObject | Refusal {
  const txid = textAt(args, "txid");
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
    native: {
      devedor: args.devedor ?? null,
      infoAdicionais: args.infoAdicionais ?? [],
      loc: context.nextNumber("pix_location"),
      revisao: 0,
    },
  });
  return showCharge(charge, (made) => toCob(made, context));
}

/** Changes an unpaid charge, or withdraws it: `PATCH /cob/{txid}`. */
export function updateCob(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const found = getPixCharge(context, textAt(args, "txid"));
  if (found instanceof Refusal) return found;
  const revisao = (numberAt(found.native, "revisao") ?? 0) + 1;
  if (textAt(args, "status") === REMOVED)
    return showCharge(cancelCharge(context, found.id, { revisao }), (charge) => toCob(charge, context));
  if (found.status !== "pending")
    return new Refusal("payment_not_pending", `Pix ${found.id} is ${found.status}.`, "CobOperacaoInvalida");
  if (args.calendario !== undefined)
    return new Refusal(
      "invalid_request",
      "calendario cannot be changed in the sandbox. Withdraw the charge and create another.",
      "CobOperacaoInvalida",
    );
  const amount = pixAmountAt(args, "valor.original") ?? found.amount;
  const problem = describeAmountProblem("pix", amount);
  if (problem !== undefined) return new Refusal("amount_out_of_range", problem, "CobOperacaoInvalida");
  const { devedor, infoAdicionais } = args;
  const native = { ...found.native, revisao };
  const changed: Charge = {
    ...found,
    amount,
    description: textAt(args, "solicitacaoPagador") ?? found.description,
    updatedAt: context.now,
    native: {
      ...native,
      ...(devedor === undefined ? {} : { devedor }),
      ...(infoAdicionais === undefined ? {} : { infoAdicionais }),
    },
  };
  context.put(CHARGE_KIND, changed.id, changed);
  return toCob(changed, context);
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
  const received = listCharges(context)
    .filter(({ paidAt = 0 }) => paidAt >= (from ?? paidAt) && paidAt <= (to ?? paidAt))
    .filter((charge) => isAskedFor(charge, args))
    .flatMap((charge) => toReceived(charge, context));
  const itensPorPagina = readPaging(args, "itensPorPagina") ?? 100;
  const paginaAtual = readPaging(args, "paginaAtual") ?? 0;
  const { inicio = isoTime(0), fim = isoTime(context.now) } = args;
  return {
    parametros: {
      inicio,
      fim,
      paginacao: {
        paginaAtual,
        itensPorPagina,
        quantidadeDePaginas: Math.max(1, Math.ceil(received.length / itensPorPagina)),
        quantidadeTotalDeItens: received.length,
      },
    },
    pix: received.slice(paginaAtual * itensPorPagina, (paginaAtual + 1) * itensPorPagina),
  };
}

/** The names of paging have a point in them: they are no paths. */
function readPaging(args: JsonObject, name: "itensPorPagina" | "paginaAtual"): number | undefined {
  const value = args[`paginacao.${name}`];
  return typeof value === "number" ? value : undefined;
}

function isAskedFor({ id, native, refunds }: Charge, asked: JsonObject): boolean {
  const { txid = id, devolucaoPresente = refunds.length > 0, cpf, cnpj } = asked;
  return (
    id === txid &&
    refunds.length > 0 === devolucaoPresente &&
    asked.txIdPresente !== false &&
    (cpf === undefined || textAt(native, "devedor.cpf") === cpf) &&
    (cnpj === undefined || textAt(native, "devedor.cnpj") === cnpj)
  );
}

/** `GET /pix/{e2eid}`. */
export function getReceived(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const found = findReceived(args, context);
  return showCharge(found, (charge) => toReceived(charge, context)[0] ?? {});
}

/** `GET /pix/{e2eid}/devolucao/{id}`. */
export function getPixRefund(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const found = findReceived(args, context);
  if (found instanceof Refusal) return found;
  const refund = found.refunds.find(({ id }) => id === args.id);
  if (refund !== undefined) return toReturn(refund);
  return new Refusal("payment_not_found", `There is no return ${textAt(args, "id") ?? ""}.`, "NaoEncontrado");
}

/** `PUT /pix/{e2eid}/devolucao/{id}`: gives a received Pix back, whole or in part. */
export function refundPix(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const charge = findReceived(args, context);
  if (charge instanceof Refusal) return charge;
  const refundId = textAt(args, "id") ?? generateChargeTxid(context.random);
  if (!/^[a-zA-Z0-9]{1,35}$/.test(refundId)) {
    return new Refusal("invalid_request", "id must be 1 to 35 letters and digits.", "PixDevolucaoInvalida");
  }
  if (charge.refunds.some((refund) => refund.id === refundId)) {
    return new Refusal("invalid_request", `There is a return ${refundId} already.`, "PixDevolucaoInvalida");
  }
  const refunded = refundCharge(context, charge.id, {
    id: refundId,
    amount: pixAmountAt(args, "valor"),
    description: textAt(args, "descricao"),
  });
  return refunded instanceof Refusal ? refunded : toReturn(refunded.refund);
}

function findReceived(args: JsonObject, context: SimulationContext): Charge | Refusal {
  const endToEndId = textAt(args, "e2eId") ?? "";
  return (
    listCharges(context).find((found) => found.pix?.endToEndId === endToEndId) ??
    new Refusal("payment_not_found", `There is no Pix ${endToEndId}.`, "NaoEncontrado")
  );
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
    natureza: "ORIGINAL",
    ...(refund.description === undefined ? {} : { descricao: refund.description }),
    ...(refund.endToEndId === undefined ? {} : { rtrId: refund.endToEndId }),
  };
}

function toCob(charge: Charge, context: SimulationContext): JsonObject {
  const expiresAt = charge.expiresAt ?? charge.createdAt;
  const { devedor, infoAdicionais, revisao, loc } = charge.native ?? {};
  const location = `pix.sandbox.codespar.dev/${context.server}/${charge.id}`;
  return {
    txid: charge.id,
    revisao: revisao ?? 0,
    status: statuses[charge.status],
    calendario: {
      criacao: isoTime(charge.createdAt),
      expiracao: Math.round((expiresAt - charge.createdAt) / 1000),
    },
    ...(isObject(devedor) ? { devedor } : {}),
    loc: { id: loc ?? 1, txid: charge.id, location, tipoCob: "cob", criacao: isoTime(charge.createdAt) },
    location,
    valor: { original: formatMajorUnits(charge.amount, "BRL") },
    chave: context.merchant.pixKey,
    ...(charge.description === undefined ? {} : { solicitacaoPagador: charge.description }),
    infoAdicionais: infoAdicionais ?? [],
    pixCopiaECola: pixCode(context, charge),
    // from GET /loc/{id}/qrcode, so that one read shows all; no bank's own response has it
    imagemQrcode: `data:image/png;base64,${context.qrPicture(pixCode(context, charge))}`,
    pix: toReceived(charge, context),
  };
}

/** A payment as `GET /pix` and the bank's webhook show it; none before it was paid. */
export function toReceived(charge: Charge, { merchant }: Pick<SimulationContext, "merchant">): JsonObject[] {
  if (charge.pix?.endToEndId === undefined) return [];
  const valor = formatMajorUnits(charge.amount, "BRL");
  return [
    {
      endToEndId: charge.pix.endToEndId,
      txid: charge.id,
      valor,
      componentesValor: { original: { valor } },
      chave: merchant.pixKey,
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
