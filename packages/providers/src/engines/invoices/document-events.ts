import { generateAuthorizationProtocol } from "@codespar/formats";
import { type CallContext, Refusal, type SimulationContext } from "../../simulation/provider-definition.ts";
import type { FiscalDocument, FiscalEvent, FiscalKind } from "./fiscal-document.ts";
import { fiscalRules } from "./fiscal-rules.ts";
import { getState } from "./issue-document.ts";
import { notifyDocument } from "./notify-document.ts";

/** Most correction letters that one document takes (MOC NF-e, nSeqEvento). */
export const MAX_CORRECTIONS = 20;

/** A document of the account in one of these kinds, or a refusal in the words of a missing page. */
export function findDocument(
  context: SimulationContext,
  id: string | undefined,
  kinds: readonly FiscalKind[],
): FiscalDocument | Refusal {
  const document = id === undefined ? undefined : context.get<FiscalDocument>("invoice", id);
  if (document?.family === "brazil" && kinds.includes(document.kind)) return document;
  return new Refusal("not_found", `No document ${id ?? "without id"} in this account.`, "404");
}

/** Cancels an authorised document inside its legal window (see `fiscalRules`). `reason`: 15 to 255 characters. */
export function cancelDocument(
  document: FiscalDocument,
  reason: string,
  context: CallContext,
): FiscalDocument | Refusal {
  const rules = fiscalRules[document.kind];
  if (document.status === "cancelled") return refusal("already_cancelled", rules.cancelAgain);
  if (document.status === "closed") return refusal("already_closed", CLOSED);
  if (document.status !== "authorized") return refusal("not_authorized", notAuthorized(rules.title));
  if (reason.length < 15 || reason.length > 255) {
    return refusal("invalid_reason", {
      code: "215",
      message: `Rejeicao: Falha no schema XML. A justificativa (xJust) leva de 15 a 255 caracteres, e veio com ${reason.length}`,
    });
  }
  const { cancelWithinMs } = rules;
  if (cancelWithinMs !== undefined && context.now - (document.verdict?.at ?? 0) > cancelWithinMs) {
    return refusal("cancellation_window_closed", rules.cancelTooLate);
  }
  const cancelled: FiscalDocument = {
    ...document,
    status: "cancelled",
    cancellation: registerEvent(document, 1, reason, context),
  };
  context.put("invoice", cancelled.id, cancelled);
  notifyDocument(cancelled, context);
  return cancelled;
}

/** Registers a correction letter (CC-e), numbered from 1 to 20. `text`: 15 to 1,000 characters. */
export function correctDocument(
  document: FiscalDocument,
  text: string,
  context: CallContext,
): FiscalDocument | Refusal {
  const rules = fiscalRules[document.kind];
  if (!rules.correctable) {
    return new Refusal(
      "correction_not_allowed",
      `${rules.title} has no correction letter. Cancel it and issue another.`,
    );
  }
  if (document.status !== "authorized") return refusal("not_authorized", notAuthorized(rules.title));
  if (text.length < 15 || text.length > 1000) {
    return refusal("invalid_reason", {
      code: "215",
      message: `Rejeicao: Falha no schema XML. A correcao (xCorrecao) leva de 15 a 1000 caracteres, e veio com ${text.length}`,
    });
  }
  const sequence = document.corrections.length + 1;
  if (sequence > MAX_CORRECTIONS) {
    return refusal("too_many_corrections", {
      code: "594",
      message: "Rejeicao: O numero de sequencia do evento informado e maior que o permitido",
    });
  }
  const corrected: FiscalDocument = {
    ...document,
    corrections: [...document.corrections, registerEvent(document, sequence, text, context)],
  };
  context.put("invoice", corrected.id, corrected);
  return corrected;
}

/** Ends the trip of an authorised MDF-e. */
export function closeManifest(document: FiscalDocument, context: CallContext): FiscalDocument | Refusal {
  const { title } = fiscalRules[document.kind];
  if (document.kind !== "mdfe")
    return new Refusal("not_supported", `A trip ends with an MDF-e, not with ${title}.`);
  if (document.status === "closed") return refusal("already_closed", CLOSED);
  if (document.status === "cancelled") return refusal("already_cancelled", fiscalRules.mdfe.cancelAgain);
  if (document.status !== "authorized") return refusal("not_authorized", notAuthorized(title));
  const closed: FiscalDocument = {
    ...document,
    status: "closed",
    closing: registerEvent(document, 1, "Encerramento", context),
  };
  context.put("invoice", closed.id, closed);
  return closed;
}

const CLOSED = { code: "609", message: "Rejeicao: MDF-e ja esta encerrado na base de dados da SEFAZ" };

function notAuthorized(title: string): { code: string; message: string } {
  return { code: "580", message: `Rejeicao: Evento exige ${title} autorizado` };
}

function registerEvent(
  document: FiscalDocument,
  sequence: number,
  text: string,
  { random, merchant, now }: CallContext,
): FiscalEvent {
  return {
    code: "135",
    message: `Evento registrado e vinculado a ${fiscalRules[document.kind].title}`,
    at: now,
    protocol: generateAuthorizationProtocol(random, { state: getState(merchant), at: now }),
    sequence,
    text,
  };
}

function refusal(code: string, verdict: { code: string; message: string }): Refusal {
  return new Refusal(code, verdict.message, verdict.code);
}
