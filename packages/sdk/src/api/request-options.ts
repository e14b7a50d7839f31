import type { OptionNames } from "./encode-request.ts";

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
