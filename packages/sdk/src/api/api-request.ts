import type { TransportRequest } from "@codespar/contract";

/** A request on its way through the middleware. */
export interface ApiRequest extends TransportRequest {
  /** Bounds one attempt, body included; for a stream, the time until it begins. */
  timeoutMs: number;
  maxRetries: number;
  /** Whether a success is read as a stream of bytes instead of JSON. */
  streaming: boolean;
  /** Whether a success has to be a tool call's: its result, or that it was queued. */
  isToolCall: boolean;
  /** Set for a tool call that must happen once: how to say that nobody knows whether it did. */
  nonRepeatable?: { tool: string; idempotencyKey: string } | undefined;
  /** Set by `retry` once an attempt failed after the request may have been carried out. */
  inDoubt?: boolean;
}

/** A success, read to its end, or a stream that has begun. */
export interface ApiResponse {
  status: number;
  headers: Record<string, string>;
  /** The parsed JSON; undefined for an empty body. */
  body: unknown;
  /** Only for streaming requests. */
  stream?: AsyncIterable<Uint8Array>;
}

export type RequestFunction = (request: ApiRequest) => Promise<ApiResponse>;

/** One concern around a request, as a function from request function to request function. */
export type Middleware = (next: RequestFunction) => RequestFunction;
