import type { Endpoint } from "@codespar/contract";
import type { Caller } from "../../accounts/keys/caller.ts";
import type { BackendContext } from "../../context.ts";
import type { BackendRequest, BackendResponse } from "../../ports/http-message.ts";
import type { StoreWrite } from "../../store/store.ts";

/** What a route handler gets: authenticated, its body and query parsed by the contract. */
export interface RouteInput<Body = unknown, Query = unknown> {
  context: BackendContext;
  request: BackendRequest;
  endpoint: Endpoint;
  requestId: string;
  caller: Caller;
  /** The `:id` of the path; empty when it has none. */
  id: string;
  body: Body;
  query: Query;
  commit: Commit;
}

/**
 * Makes the writes of a request in one transaction with the response that shows them, so that a process that dies leaves
 * both or neither. Returns the place of the first write that does not hold, -1 when all were made.
 */
export type Commit = (writes: readonly StoreWrite[], response: BackendResponse) => Promise<number>;

/** Handles one endpoint. Throws `ApiError` for everything that is not a success. */
// the table of routes mixes handlers of many bodies and queries; `dispatch` parses each by its own endpoint's schema
export type Route = (input: RouteInput<never, never>) => Promise<BackendResponse>;

/** A JSON response. */
export function jsonResponse(
  status: number,
  value: unknown,
  headers?: Record<string, string>,
): BackendResponse {
  return textResponse(status, JSON.stringify(value), headers);
}

/** A response whose body is JSON text already. */
export function textResponse(
  status: number,
  body: string,
  headers?: Record<string, string>,
): BackendResponse {
  return { status, headers: { "content-type": "application/json", ...headers }, body };
}

/** 204. */
export function emptyResponse(): BackendResponse {
  return { status: 204, headers: {}, body: "" };
}
