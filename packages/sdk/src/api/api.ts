import type { Runtime } from "../runtime.ts";
import type { ApiRequest, ApiResponse, RequestFunction } from "./api-request.ts";
import { encodeJson, encodePath, encodeQuery } from "./encode-request.ts";
import { isRepeatableCall, readToolCall, type SentCall } from "./read-tool-call.ts";
import {
  checkIdempotencyKey,
  checkKnownOptions,
  checkMaxRetries,
  checkTimeoutMs,
  type RequestOptions,
  requestOptionNames,
} from "./request-options.ts";
import { untilAbort } from "./until-abort.ts";

/** One call of the API, as a resource describes it. */
export interface Call {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Segments after `/v1`. */
  path: readonly string[];
  query?: object | undefined;
  body?: object | undefined;
  /** The body is this tool call, as it was given, whose outcome may be unknown. */
  toolCall?: { call: unknown; params?: unknown } | undefined;
  lastEventId?: number | string | undefined;
  /** What has to end before this is sent. */
  after?: Promise<unknown> | undefined;
  /** Called once it has ended, or its stream has begun. */
  onEnd?: (() => void) | undefined;
  options?: RequestOptions | undefined;
}

/** What sessions and resources are built on. */
export interface Api {
  readonly runtime: Runtime;
  call<Data>(call: Call): ApiPromise<Data>;
  /** As `call`, with the value made from the body. */
  map<Body, Data>(call: Call, convert: (body: Body) => Data): ApiPromise<Data>;
  /** The request that a call becomes. */
  prepare(call: Call, streaming?: boolean): ApiRequest;
  /** Sends a prepared request through the middleware. */
  send(request: ApiRequest): Promise<ApiResponse>;
}

interface ApiDefaults {
  timeoutMs: number;
  maxRetries: number;
}

/** Makes requests out of calls and sends them through the middleware. */
export function createApi(send: RequestFunction, runtime: Runtime, defaults: ApiDefaults): Api {
  async function run<Body, Data>(call: Call, convert: (body: Body) => Data) {
    try {
      const request = prepare(call);
      if (call.after !== undefined) await untilAbort(call.after, request.signal);
      const { status, headers, body } = await send(request);
      // Responses are read tolerantly: the wire types are the contract's word and are not checked here.
      return { data: convert(body as Body), status, headers, request_id: headers["x-request-id"] };
    } finally {
      call.onEnd?.();
    }
  }

  function prepare(call: Call, streaming = false): ApiRequest {
    checkKnownOptions(call.options, requestOptionNames, "options");
    const { method, options = {} } = call;
    const toolCall = call.toolCall && readToolCall(call.toolCall.call, call.toolCall.params);
    const body = toolCall ?? call.body;
    const headers: Record<string, string> = { accept: streaming ? "text/event-stream" : "application/json" };
    const request: ApiRequest = {
      method,
      path: encodePath(call.path) + encodeQuery(call.query),
      headers,
      timeoutMs: checkTimeoutMs(options.timeoutMs) ?? defaults.timeoutMs,
      maxRetries: checkMaxRetries(options.maxRetries) ?? defaults.maxRetries,
      signal: options.signal,
      streaming,
      isToolCall: toolCall !== undefined,
    };
    if (body !== undefined) {
      request.body = encodeJson(body);
      headers["content-type"] = "application/json";
    }
    if (call.lastEventId !== undefined) headers["last-event-id"] = String(call.lastEventId);
    if (method === "POST") {
      const idempotencyKey = checkIdempotencyKey(options.idempotencyKey) ?? runtime.uuid();
      headers["idempotency-key"] = idempotencyKey;
      request.nonRepeatable = toNonRepeatable(toolCall, idempotencyKey);
    }
    return request;
  }

  return {
    runtime,
    call: <Data>(call: Call) => apiPromise(run<Data, Data>(call, identity)),
    map: (call, convert) => apiPromise(run(call, convert)),
    prepare,
    send,
  };
}

function toNonRepeatable(
  toolCall: SentCall | undefined,
  idempotencyKey: string,
): ApiRequest["nonRepeatable"] {
  if (toolCall === undefined || isRepeatableCall(toolCall.name, toolCall.arguments)) return undefined;
  return { tool: toolCall.name, idempotencyKey };
}

function identity<Value>(value: Value): Value {
  return value;
}

/** A result with the response that brought it. */
export interface WithResponse<Data> {
  data: Data;
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Quote it when you ask for help. */
  request_id: string | undefined;
}

/** A promise of the result; `.withResponse()` also gives status, headers and request id. */
export interface ApiPromise<Data> extends Promise<Data> {
  withResponse(): Promise<WithResponse<Data>>;
}

/** Makes a native promise (they are awaited fastest) that can also give the response. */
function apiPromise<Data>(outcome: Promise<WithResponse<Data>>): ApiPromise<Data> {
  const promise = outcome.then(dataOf);
  return Object.assign(promise, {
    withResponse() {
      // This one handles the failure here, so the other is not an unhandled rejection.
      promise.catch(() => {});
      return outcome;
    },
  });
}

function dataOf<Data>({ data }: WithResponse<Data>): Data {
  return data;
}
