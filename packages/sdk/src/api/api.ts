import type { Runtime } from "../runtime.ts";
import { type ApiPromise, apiPromise } from "./api-promise.ts";
import type { ApiRequest, ApiResponse, RequestFunction } from "./api-request.ts";
import { checkIdempotencyKey, checkMaxRetries, checkTimeoutMs } from "./check-options.ts";
import { encodeJson } from "./encode-json.ts";
import { encodeQuery, type QueryValue } from "./encode-query.ts";
import { isRepeatableCall } from "./is-repeatable-call.ts";
import type { RequestOptions } from "./request-options.ts";

/** One call of the API, as a resource describes it. */
export interface Call {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  path: string;
  query?: Readonly<Record<string, QueryValue>> | undefined;
  body?: object | undefined;
  /** The body is a tool call, whose outcome may be unknown. */
  toolCall?: { name: string; arguments: unknown } | undefined;
  lastEventId?: number | undefined;
  options?: RequestOptions | undefined;
}

/** What resources and sessions are built on. */
export interface Api {
  readonly runtime: Runtime;
  readonly timeoutMs: number;
  call<Data>(call: Call): ApiPromise<Data>;
  /** As `call`, with the result made from the body. */
  map<Body, Data>(call: Call, convert: (body: Body) => Data): ApiPromise<Data>;
  /** Opens an event stream. */
  open(call: Call, request: ApiRequest): Promise<ApiResponse>;
  prepare(call: Call, streaming?: boolean): ApiRequest;
}

export interface ApiDefaults {
  timeoutMs: number;
  maxRetries: number;
}

/** Makes calls out of descriptions and sends them through the middleware. */
export function createApi(send: RequestFunction, runtime: Runtime, defaults: ApiDefaults): Api {
  async function run<Body, Data>(call: Call, convert: (body: Body) => Data) {
    const { status, headers, body } = await send(prepare(call));
    // Answers are read tolerantly: the wire types are the contract's word, not checked here.
    return { data: convert(body as Body), status, headers, request_id: headers["x-request-id"] };
  }

  function prepare({ options = {}, ...call }: Call, streaming = false): ApiRequest {
    const headers: Record<string, string> = { accept: streaming ? "text/event-stream" : "application/json" };
    const request: ApiRequest = {
      method: call.method,
      path: call.path + encodeQuery(call.query),
      headers,
      timeoutMs: checkTimeoutMs(options.timeoutMs) ?? defaults.timeoutMs,
      maxRetries: checkMaxRetries(options.maxRetries) ?? defaults.maxRetries,
      signal: options.signal,
      streaming,
    };
    if (call.body !== undefined) {
      request.body = encodeJson(call.body);
      headers["content-type"] = "application/json";
    }
    if (call.lastEventId !== undefined) headers["last-event-id"] = String(call.lastEventId);
    if (call.method === "POST") {
      const key = checkIdempotencyKey(options.idempotencyKey) ?? runtime.uuid();
      headers["idempotency-key"] = key;
      const { toolCall } = call;
      if (toolCall !== undefined && !isRepeatableCall(toolCall.name, toolCall.arguments)) {
        request.once = { tool: toolCall.name, idempotencyKey: key };
      }
    }
    return request;
  }

  return {
    runtime,
    timeoutMs: defaults.timeoutMs,
    call: <Data>(call: Call) => apiPromise(run<Data, Data>(call, identity)),
    map: (call, convert) => apiPromise(run(call, convert)),
    open: (_call, request) => send(request),
    prepare,
  };
}

function identity<Value>(value: Value): Value {
  return value;
}
