import type { Transport, TransportResponse } from "@codespar/contract";
import { CodeSparError } from "../errors/codespar-error.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { createApiError } from "../errors/create-api-error.ts";
import { isBeforeSend } from "../transport/is-before-send.ts";
import type { ApiRequest, ApiResponse, RequestFunction } from "./api-request.ts";

/** The innermost request function: sends, reads the body, throws what is not a success. */
export function sendRequest(transport: Transport): RequestFunction {
  return async function send(request) {
    const response = await connected(request, () => transport.request(request));
    const { status, headers } = response;
    const succeeded = status >= 200 && status < 300;
    if (succeeded && request.streaming)
      return { status, headers, body: undefined, stream: response.stream() };
    const text = await connected(request, () => response.text());
    if (!succeeded) throw createApiError(status, headers, text);
    return { status, headers, body: parse(text, response) } satisfies ApiResponse;
  };
}

/** Tells a failed connection from an abort and from an error of our own. */
async function connected<Value>(request: ApiRequest, step: () => Promise<Value>): Promise<Value> {
  try {
    return await step();
  } catch (error) {
    if (request.signal?.aborted) throw request.signal.reason;
    if (CodeSparError.isInstance(error)) throw error;
    const why = error instanceof Error ? describe(error) : String(error);
    throw new ConnectionError({
      message: `No answer from CodeSpar: ${why}`,
      cause: error,
      maybeSent: !isBeforeSend(error),
    });
  }
}

function describe(error: Error): string {
  // fetch says "fetch failed" and hides the reason one level down.
  return error.cause instanceof Error && error.cause.message
    ? error.cause.message
    : error.message || error.name;
}

function parse(text: string, { status }: TransportResponse): unknown {
  if (text === "") return undefined;
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
