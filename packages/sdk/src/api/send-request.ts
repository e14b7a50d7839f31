import type { Transport, TransportResponse } from "@codespar/contract";
import { CodeSparError } from "../errors/codespar-error.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { createApiError } from "../errors/create-api-error.ts";
import { isBeforeSend } from "../transport/is-before-send.ts";
import type { RequestFunction } from "./api-request.ts";

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
    return { status, headers, body: parse(text, status) };
  };
}

function isSuccess({ status }: TransportResponse): boolean {
  return status >= 200 && status < 300;
}

function toConnectionError(error: unknown): CodeSparError {
  if (CodeSparError.isInstance(error)) return error;
  const why = error instanceof Error ? describe(error) : String(error);
  return new ConnectionError({
    message: `No answer from CodeSpar: ${why}`,
    cause: error,
    maybeSent: !isBeforeSend(error),
  });
}

function describe(error: Error): string {
  // fetch says "fetch failed" and hides the reason one level down.
  return error.cause instanceof Error && error.cause.message
    ? error.cause.message
    : error.message || error.name;
}

function parse(text: string, status: number): unknown {
  if (status === 204) return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ConnectionError({
      message: `The answer (HTTP ${status}) is not JSON; it was cut off or something on the way changed it.`,
      cause,
      maybeSent: true,
    });
  }
}
