import {
  calendarDateAt,
  cfdiUseFitsRegime,
  generateCfdiStamp,
  isValidRfc,
  MEXICO_CITY,
  PUBLIC_RFC,
  regimeFitsRfc,
  SAT_REGIMES,
} from "@codespar/formats";
import { type CallContext, Refusal } from "../../simulation/provider-definition.ts";
import type { CfdiDocument, CfdiItem, CfdiKind, CfdiReceiver } from "./cfdi-document.ts";
import { magicRejection } from "./magic-rejection.ts";
import { satRejection } from "./sat-rejections.ts";

const SERIES: Record<CfdiKind, string> = { I: "F", E: "NC", T: "T", P: "P" };

/** The one concept of a CFDI of type P (SAT, guide of the complement for payments 2.0). */
const paymentItem: CfdiItem = { description: "Pago", code: "84111506", quantity: 1, subtotal: 0, tax: 0 };

export interface CfdiRequest {
  id: string;
  kind: CfdiKind;
  items: readonly CfdiItem[];
  receiver: CfdiReceiver;
  /** Centavos, as the caller says; checked against the items. */
  statedTotal?: number | undefined;
  relatedUuid?: string | undefined;
  reference?: string | undefined;
  /** @default by the type of CFDI */
  series?: string | undefined;
  payment?: CfdiDocument["payment"];
  /** Of a CFDI of type P, which has no items of its own. */
  payments?: CfdiDocument["payments"];
  /** LugarExpedicion. */
  place?: string | undefined;
  /** Whether it has InformacionGlobal. @default false */
  hasGlobal?: boolean | undefined;
}

/** Has a CFDI stamped, or refuses it as the PAC does: a CFDI that fails is never there. */
export function issueCfdi(request: CfdiRequest, context: CallContext): CfdiDocument | Refusal {
  const stages = [
    ["validating", "Validating the CFDI."],
    ["signing", "Sealing the CFDI."],
    ["transmitting", "Transmitting to the PAC."],
    ["authorizing", "Waiting for the stamp."],
  ] as const;
  stages.forEach(([stage, message], index) => {
    context.emit({ type: "progress", stage, message, progress: [0.25, 0.5, 0.75, 0.9][index] });
  });
  if (request.kind === "E" && request.relatedUuid === undefined) {
    return new Refusal(
      "invalid_request",
      "An egreso names the CFDI that it relates to: send its UUID.",
      "400",
    );
  }
  const rejection = findRejection(request);
  if (rejection !== undefined) return reject(rejection, context);

  const {
    id,
    kind,
    receiver,
    relatedUuid,
    reference,
    payment,
    place,
    series = SERIES[request.kind],
  } = request;
  const isTransfer = kind === "T";
  const items =
    kind === "P"
      ? [{ ...paymentItem }]
      : request.items.map((item) => (isTransfer ? { ...item, subtotal: 0, tax: 0 } : { ...item }));
  const subtotal = items.reduce((sum, item) => sum + item.subtotal, 0);
  const tax = items.reduce((sum, item) => sum + item.tax, 0);
  const stamp = generateCfdiStamp(context.random, context.now);
  const document: CfdiDocument = {
    family: "mexico",
    id,
    operationId: context.operationId,
    status: "valid",
    kind,
    series,
    folio: context.nextNumber(`cfdi-${series}`),
    issuedAt: context.now,
    items,
    subtotal,
    tax,
    total: subtotal + tax,
    receiver,
    ...(payment === undefined ? {} : { payment }),
    ...(relatedUuid === undefined ? {} : { relatedUuid: relatedUuid.toUpperCase() }),
    ...(reference === undefined ? {} : { reference }),
    ...(place === undefined ? {} : { place }),
    ...(request.payments === undefined ? {} : { payments: request.payments }),
    stamp,
  };
  context.put("invoice", id, document);
  notify("invoice.authorized", document, context);
  return document;
}

/**
 * Cancels a stamped CFDI: once, and until the end of the month of the annual return (31 March of the next year for a
 * company; CFF 29-A, RMF 2.7.1.47).
 */
export function cancelCfdi(
  document: CfdiDocument,
  motive: string,
  context: CallContext,
): CfdiDocument | Refusal {
  if (document.status === "canceled") {
    return new Refusal("already_cancelled", "UUID previamente cancelado.", "202");
  }
  if (!/^0[1-4]$/.test(motive)) {
    return new Refusal("invalid_reason", `Motivo de cancelación ${motive} inválido: 01, 02, 03 o 04.`, "207");
  }
  const date = (at: number) => calendarDateAt(at, MEXICO_CITY);
  const lastDay = `${Number(date(document.issuedAt).slice(0, 4)) + 1}-03-31`;
  if (date(context.now) > lastDay) {
    return new Refusal(
      "cancellation_window_closed",
      "La fecha de solicitud de cancelación es mayor a la fecha de declaración.",
      "208",
    );
  }
  const cancelled: CfdiDocument = {
    ...document,
    status: "canceled",
    cancellation: { motive, at: context.now },
  };
  context.put("invoice", cancelled.id, cancelled);
  notify("invoice.cancelled", cancelled, context);
  return cancelled;
}

/** The account's CFDI of this id, or a refusal in the words of a missing page. */
export function findCfdi(id: string | undefined, context: CallContext): CfdiDocument | Refusal {
  const document = id === undefined ? undefined : context.get<CfdiDocument>("invoice", id);
  if (document?.family === "mexico") return document;
  return new Refusal("not_found", `No CFDI ${id ?? "without id"} in this account.`, "404");
}

function findRejection({ kind, items, receiver, statedTotal, hasGlobal }: CfdiRequest): string | undefined {
  const texts = items.flatMap((item) => [item.code, item.description]);
  const magic = magicRejection([...texts, receiver.name]);
  if (magic !== undefined) return magic;
  if (!isValidRfc(receiver.rfc)) return "CFDI40143";
  const party = findReceiverRejection(receiver, hasGlobal === true);
  if (party !== undefined) return party;
  const total = kind === "T" ? 0 : items.reduce((sum, item) => sum + item.subtotal + item.tax, 0);
  if (statedTotal !== undefined && statedTotal !== total) return "CFDI40119";
  return undefined;
}

/** What SAT checks of a receiver (Anexo 20, CFDI 4.0). */
function findReceiverRejection(
  { rfc, name, regime, use, postalCode }: CfdiReceiver,
  hasGlobal: boolean,
): string | undefined {
  if (rfc === PUBLIC_RFC && name === "PUBLICO EN GENERAL" && !hasGlobal) return "CFDI40130";
  if (name === undefined) return "CFDI40145";
  if (!/^\d{5}$/.test(postalCode ?? "")) return "CFDI40147";
  if (regime === undefined || !Object.hasOwn(SAT_REGIMES, regime)) return "CFDI40157";
  if (!regimeFitsRfc(regime, rfc)) return "CFDI40158";
  return cfdiUseFitsRegime(use, regime) ? undefined : "CFDI40161";
}

function reject(code: string, context: CallContext): Refusal {
  const message = satRejection(code);
  context.notify(context.operationId, "invoice.rejected", {
    type: "cfdi",
    status: "rejected",
    rejection: { code, message },
  });
  return new Refusal("invalid_request", `${code} - ${message}`, code);
}

function notify(type: string, document: CfdiDocument, context: CallContext): void {
  const { id, operationId, status, stamp, folio, series, total } = document;
  context.notify(operationId, type, {
    invoice_id: id,
    type: "cfdi",
    status: status === "canceled" ? "cancelled" : "authorized",
    uuid: stamp.UUID,
    number: folio,
    series,
    amount: total,
  });
}
