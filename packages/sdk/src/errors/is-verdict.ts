import { type ErrorCode, errorStatuses } from "@codespar/contract";
import type { APIError } from "./api-error.ts";

/** Codes of ours that do not say whether the call was carried out. */
const unsettled: ReadonlySet<string> = new Set<ErrorCode>([
  "internal_error",
  "outcome_unknown",
  "service_unavailable",
]);

const statuses: ReadonlyMap<string, number> = new Map(Object.entries(errorStatuses));

/**
 * Whether the error is surely CodeSpar's own word that the call was not carried out: a code that is known and means so, the
 * status that belongs to it, and a request id. Everything else leaves open what happened behind that responder.
 */
export function isVerdict({ code, status, request_id }: APIError): boolean {
  return statuses.get(code) === status && request_id !== undefined && !unsettled.has(code);
}
