import type { BackendRequest, BackendResponse } from "@codespar/backend";

/** One request as the sandbox server handled it. */
export interface LoggedRequest {
  request_id: string;
  /** Real time, RFC 3339. */
  at: string;
  method: string;
  /** Path and query. What a link's path keeps secret is left out. */
  path: string;
  status: number;
  /** Real milliseconds until the response, or until a stream began. */
  duration_ms: number;
  /** Of an execution: the tool that was called. */
  tool: string | null;
  /** Of an execution: who did it. */
  provider: string | null;
  /** The code of an error, or of a business refusal. */
  error: string | null;
  /** The body that was sent; null when there was none, or too much of it. */
  request_body: string | null;
  /** The body that was returned; null for a stream, or when it is long. */
  response_body: string | null;
}

export interface LogRequestsOptions {
  /** Real time in milliseconds. */
  now(): number;
  onRequest(entry: LoggedRequest): void;
}

type Handle = (request: BackendRequest) => Promise<BackendResponse>;

/** Characters of a body that are kept. */
const longestBody = 20_000;

/** The same handler, reporting every request once it is handled. */
export function logRequests(handle: Handle, { now, onRequest }: LogRequestsOptions): Handle {
  return async function logged(request) {
    const start = now();
    const response = await handle(request);
    onRequest(describe(request, response, start, now() - start));
    return response;
  };
}

function describe(
  { method, path, body }: BackendRequest,
  response: BackendResponse,
  start: number,
  durationMs: number,
): LoggedRequest {
  const text = typeof response.body === "string" ? response.body : undefined;
  const isExecution = /^\/v1\/sessions\/[^/]+\/(?:execute|send)$/.test(path);
  const sent = isExecution ? parse(body) : undefined;
  const parsed = isExecution || response.status >= 400 ? parse(text) : undefined;
  return {
    request_id: response.headers["x-request-id"] ?? "",
    at: new Date(start).toISOString(),
    method,
    path: withoutToken(path).slice(0, 500),
    status: response.status,
    duration_ms: durationMs,
    tool: getText(sent, "name"),
    provider: getText(parsed, "provider"),
    error: getText(parsed, "error") ?? getText(getMember(parsed, "error"), "code"),
    request_body: kept(body),
    response_body: kept(text),
  };
}

/** `01:00:04  200   12 ms  POST /v1/sessions/ses_1/execute  codespar_pay, asaas`. */
export function formatRequest(entry: LoggedRequest): string {
  const { at, status, duration_ms, method, path, tool, provider, error } = entry;
  const details = [tool, provider, error].filter((each) => each !== null).join(", ");
  const line = `${at.slice(11, 19)}  ${status}  ${`${Math.round(duration_ms)} ms`.padStart(7)}  ${method} ${path}`;
  // what a caller wrote must not move the cursor or start a line of its own
  const clean = `${line}${details === "" ? "" : `  ${details}`}`.replace(/\p{C}/gu, "?");
  return clean.length > 240 ? `${clean.slice(0, 239)}…` : clean;
}

/** The path of a billing page is its secret. */
function withoutToken(path: string): string {
  return path.replace(/^(\/billing\/\w+\/)[^?]*/, "$1…");
}

function kept(body: string | undefined): string | null {
  return body === undefined || body === "" || body.length > longestBody ? null : body;
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function getMember(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

function getText(value: unknown, name: string): string | null {
  const member = getMember(value, name);
  return typeof member === "string" ? member.slice(0, 100) : null;
}
