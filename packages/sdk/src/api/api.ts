import type { Runtime } from "../runtime.ts";
import { type ApiPromise, apiPromise } from "./api-promise.ts";
import type { ApiRequest, ApiResponse, RequestFunction } from "./api-request.ts";
import { checkIdempotencyKey, checkMaxRetries, checkTimeoutMs } from "./check-options.ts";
import { encodeJson } from "./encode-json.ts";
import { encodePath } from "./encode-path.ts";
import { encodeQuery } from "./encode-query.ts";
import { isRepeatableCall } from "./is-repeatable-call.ts";
import type { RequestOptions } from "./request-options.ts";

/** One call of the API, as a resource describes it. */
export interface Call {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Segments after `/v1`. */
  path: readonly string[];
  query?: object | undefined;
  body?: object | undefined;
  /** The body is a tool call, whose outcome may be unknown. */
  toolCall?: { name: string; arguments: unknown } | undefined;
  lastEventId?: number | string | undefined;
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

export interface ApiDefaults {
  timeoutMs: number;
  maxRetries: number;
}

/** Makes requests out of calls and sends them through the middleware. */
export function createApi(send: RequestFunction, runtime: Runtime, defaults: ApiDefaults): Api {
  async function run<Body, Data>(call: Call, convert: (body: Body) => Data) {
    const { status, headers, body } = await send(prepare(call));
    // Responses are read tolerantly: the wire types are the contract's word and are not checked here.
    return { data: convert(body as Body), status, headers, request_id: headers["x-request-id"] };
  }

  function prepare(call: Call, streaming = false): ApiRequest {
    const { method, options = {} } = call;
    const headers: Record<string, string> = { accept: streaming ? "text/event-stream" : "application/json" };
    const request: ApiRequest = {
      method,
      path: encodePath(call.path) + encodeQuery(call.query),
      headers,
      timeoutMs: checkTimeoutMs(options.timeoutMs) ?? defaults.timeoutMs,
      maxRetries: checkMaxRetries(options.maxRetries) ?? defaults.maxRetries,
      signal: options.signal,
      streaming,
      isToolCall: call.toolCall !== undefined,
    };
    if (call.body !== undefined) {
      request.body = encodeJson(call.body);
      headers["content-type"] = "application/json";
    }
    if (call.lastEventId !== undefined) headers["last-event-id"] = String(call.lastEventId);
    if (method === "POST") {
      const idempotencyKey = checkIdempotencyKey(options.idempotencyKey) ?? runtime.uuid();
      headers["idempotency-key"] = idempotencyKey;
      request.nonRepeatable = nonRepeatableOf(call, idempotencyKey);
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

function nonRepeatableOf({ toolCall }: Call, idempotencyKey: string): ApiRequest["nonRepeatable"] {
  if (toolCall === undefined || isRepeatableCall(toolCall.name, toolCall.arguments)) return undefined;
  return { tool: toolCall.name, idempotencyKey };
}

function identity<Value>(value: Value): Value {
  return value;
}
