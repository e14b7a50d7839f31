import type { Transport, TransportResponse } from "@codespar/contract";
import { isError } from "@codespar/contract";
import { CodeSparError } from "../errors/codespar-error.ts";
import { ConnectionError, TimeoutError } from "../errors/connection-error.ts";
import { createApiError } from "../errors/create-api-error.ts";
import type { Runtime } from "../runtime.ts";
import { isBeforeSend } from "../transport/is-before-send.ts";
import type { ApiRequest, Middleware, RequestFunction } from "./api-request.ts";

/** The innermost request function: sends, reads the body, throws what is not a success. */
export function sendRequest(transport: Transport): RequestFunction {
  return async function send(request) {
    let response: TransportResponse;
    let text: string;
    try {
      response = await transport.request(request);
      if (request.streaming && isSuccess(response)) {
        const { status, headers } = response;
        return { status, headers, body: undefined, stream: response.stream() };
      }
      text = await response.text();
    } catch (error) {
      throw request.signal?.aborted ? request.signal.reason : toConnectionError(error);
    }
    const { status, headers } = response;
    if (!isSuccess(response)) throw createApiError(status, headers, text);
    return { status, headers, body: parse(text, status, request) };
  };
}

function isSuccess({ status }: TransportResponse): boolean {
  return status >= 200 && status < 300;
}

function toConnectionError(error: unknown): CodeSparError {
  if (CodeSparError.isInstance(error)) return error;
  const why = isError(error) ? describe(error) : String(error);
  return new ConnectionError({
    message: `No response from CodeSpar: ${why}`,
    cause: error,
    maybeSent: !isBeforeSend(error),
  });
}

function describe(error: Error): string {
  // fetch says "fetch failed" and hides the reason one level down.
  return isError(error.cause) && error.cause.message ? error.cause.message : error.message || error.name;
}

function parse(text: string, status: number, { method, isToolCall }: ApiRequest): unknown {
  if (text === "" && method === "DELETE") return undefined;
  if (text === "") throw unreadable(`The response (HTTP ${status}) has no body`);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw unreadable(`The response (HTTP ${status}) is not JSON`, cause);
  }
  if (!isToolCall || isToolCallBody(body)) return body;
  throw unreadable(`The response (HTTP ${status}) is not that of a tool call`);
}

/** A result, or a queued call: what is neither comes from something between here and CodeSpar. */
function isToolCallBody(body: unknown): boolean {
  if (typeof body !== "object" || body === null) return false;
  if (!("tool_call_id" in body) || typeof body.tool_call_id !== "string") return false;
  return "success" in body ? typeof body.success === "boolean" : "status" in body && body.status === "queued";
}

function unreadable(what: string, cause?: unknown): ConnectionError {
  const message = `${what}; it was cut off or something on the way changed it.`;
  return new ConnectionError({ message, cause, maybeSent: true });
}

/** Aborts `controller` when `signal` does, with its reason; returns a function that stops following. */
export function followSignal(controller: AbortController, signal: AbortSignal | undefined): () => void {
  const abort = () => controller.abort(signal?.reason);
  if (signal?.aborted) abort();
  else signal?.addEventListener("abort", abort, { once: true });
  return () => signal?.removeEventListener("abort", abort);
}

/** Bounds each attempt by `timeoutMs`, and ends it when the caller's signal aborts. */
export function attemptTimeout(runtime: Runtime): Middleware {
  return (next) =>
    async function attemptTimeout(request) {
      const { signal, timeoutMs } = request;
      signal?.throwIfAborted();
      const attempt = new AbortController();
      const unlink = followSignal(attempt, signal);
      const cancelTimer = runtime.after(timeoutMs, () => attempt.abort(new TimeoutError(timeoutMs)));
      try {
        const response = await next({ ...request, signal: attempt.signal });
        // A stream goes on being read, so the signal must still reach it.
        if (response.stream === undefined) unlink();
        return response;
      } catch (error) {
        unlink();
        throw attempt.signal.aborted ? attempt.signal.reason : error;
      } finally {
        cancelTimer();
      }
    };
}

/** Adds the key, and for a service key the organisation that it acts for. */
export function authenticate(apiKey: string, organisation: string | undefined): Middleware {
  const credentials: Record<string, string> = { authorization: `Bearer ${apiKey}` };
  if (organisation !== undefined) credentials["x-codespar-org"] = organisation;
  return (next) =>
    function authenticate(request) {
      return next({ ...request, headers: { ...request.headers, ...credentials } });
    };
}
