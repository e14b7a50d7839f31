import { findUnknownOption, isIdempotencyKey, type OptionNames } from "@codespar/contract";
import { invalidRequest } from "../errors/invalid-request.ts";

export type { OptionNames };

/** Options of one call. */
export interface RequestOptions {
  /** Names the operation: repeating a call with its key never does it twice. @default a random UUID */
  idempotencyKey?: string | undefined;
  /** Bounds one attempt. @default the client's */
  timeoutMs?: number | undefined;
  /** Attempts after the first one. @default the client's */
  maxRetries?: number | undefined;
  /** Ends the call, retries and all; the call then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

export const requestOptionNames: OptionNames<RequestOptions> = {
  idempotencyKey: true,
  timeoutMs: true,
  maxRetries: true,
  signal: true,
};

/** Refuses what is no option: JavaScript would ignore it, and a key that is ignored pays twice. `what` is empty at the top. */
export function checkKnownOptions<Options>(
  options: Options | undefined,
  names: OptionNames<Options>,
  what: string,
): void {
  if (options === undefined || options === null) return;
  if (typeof options !== "object") throw invalidRequest(what, `must be an object, not a ${typeof options}.`);
  const unknown = findUnknownOption(options, names);
  if (unknown === undefined) return;
  const path = what === "" ? unknown.name : `${what}.${unknown.name}`;
  throw invalidRequest(path, `is not an option. ${unknown.hint}`);
}

export function checkIdempotencyKey(key: string | undefined): string | undefined {
  if (key === undefined || isIdempotencyKey(key)) return key;
  throw invalidRequest("idempotencyKey", "must be 1 to 255 visible ASCII characters without spaces.");
}

export function checkTimeoutMs(timeoutMs: number | undefined): number | undefined {
  if (timeoutMs === undefined || timeoutMs > 0) return timeoutMs;
  throw invalidRequest("timeoutMs", "must be more than 0; Infinity waits without end.");
}

export function checkMaxRetries(maxRetries: number | undefined): number | undefined {
  if (maxRetries === undefined || (Number.isInteger(maxRetries) && maxRetries >= 0)) return maxRetries;
  throw invalidRequest("maxRetries", "must be 0 or a positive integer.");
}
