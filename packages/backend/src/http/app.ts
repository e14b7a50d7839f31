import type { EndpointId, Scope } from "@codespar/contract";
import {
  type QueryName,
  querySchemas,
  type RequestName,
  requestSchemas,
  summariseIssues,
  validate,
} from "@codespar/contract/schemas";
import type { z } from "zod";
import {
  type AdmitUnknownKey,
  authenticate,
  getBearer,
  requireScope,
} from "../accounts/keys/authenticate.ts";
import type { Caller } from "../accounts/keys/caller.ts";
import { emitQuotaWarning } from "../accounts/metering/emit-quota-warning.ts";
import { quotaHeaders, readQuotaStanding } from "../accounts/metering/quota-standing.ts";
import { executionOpener } from "../calls/operations/open-execution.ts";
import type { BackendContext } from "../context.ts";
import { ApiError, apiError, describeError, toApiError } from "../platform/api-error.ts";
import type { BackendRequest, BackendResponse } from "../ports/http-message.ts";
import { findUnfit } from "./find-unfit.ts";
import { handleIdempotent, isKeyInUse } from "./idempotency/handle-idempotent.ts";
import { sentIdempotencyKey } from "./idempotency-key.ts";
import { jsonResponse } from "./json-response.ts";
import { allowedMethods, matchRoute, type RouteMatch } from "./match-route.ts";
import { parseQuery } from "./parse-query.ts";
import type { Commit, Route, RouteInput } from "./routes/route.ts";

export interface AppOptions {
  context: BackendContext;
  routes: Readonly<Partial<Record<EndpointId, Route>>>;
  admitUnknownKey?: AdmitUnknownKey | undefined;
}

/** Largest body that is read, in bytes: far above any order, far below what would hurt. */
export const maxBodyLength = 1_000_000;

/** From a request to a response, by the contract's table. Never rejects. */
export function createApp({ context: root, routes, admitUnknownKey }: AppOptions) {
  const openExecution = executionOpener(root);
  return async function handle(request: BackendRequest): Promise<BackendResponse> {
    const requestId = root.ids.next("req");
    const progress: Progress = {};
    const finish = async (response: BackendResponse): Promise<BackendResponse> => {
      response.headers["x-request-id"] = requestId;
      // what was done is done, also when nobody can say how the caller stands
      if (progress.admitted !== undefined)
        await addStanding(response.headers, progress.admitted).catch(root.reportError);
      return response;
    };
    try {
      return await finish(await route(request, requestId, progress));
    } catch (error) {
      const hasLeft = request.signal?.aborted === true && error === request.signal.reason;
      if (!(error instanceof ApiError) && !hasLeft) root.reportError(error);
      const { body, headers } = toApiError(error);
      const failed = jsonResponse(body.status, describeError(body, requestId), {
        ...headers,
        "x-request-id": requestId,
      });
      return finish(failed);
    }
  };

  /** How the caller stands with quota and rate limit, read once, when the request has its response. */
  async function addStanding(
    headers: Record<string, string>,
    { context, caller, isBilled }: Admitted,
  ): Promise<void> {
    const standing = await readQuotaStanding(context, caller.organisation);
    if (isBilled && standing !== undefined) await emitQuotaWarning(context, caller.organisation, standing);
    const all = { ...quotaHeaders(standing), ...(await caller.limit.headers()) };
    for (const [name, value] of Object.entries(all)) headers[name] ??= value;
  }

  async function route(
    request: BackendRequest,
    requestId: string,
    progress: Progress,
  ): Promise<BackendResponse> {
    const [pathname = "", search = ""] = request.path.split("?", 2);
    const match = matchRoute(request.method, pathname);
    if (match === undefined) throw noSuchPath(request.method, pathname);
    const handler = routes[match.endpointId];
    if (handler === undefined) throw noSuchPath(request.method, pathname);
    const { endpoint, id } = match;
    const { scope } = endpoint;
    if (scope === null) {
      // an open endpoint asks for no caller, and its handler reads none
      const open = {
        context: root,
        request,
        endpoint,
        requestId,
        id,
        caller: undefined,
        body: {},
        query: {},
      };
      return handler(open as unknown as RouteInput<never, never>);
    }
    const admit = (context: BackendContext) =>
      routeAdmitted(context, { request, match, handler, search, scope, requestId, progress });
    return endpoint.billed ? openExecution(request, id, admit) : admit(root);
  }

  /** From who calls on, over this context. It may run a second time, over another one. */
  async function routeAdmitted(
    context: BackendContext,
    { request, match, handler, search, scope, requestId, progress }: Admission,
  ): Promise<BackendResponse> {
    const { endpoint, id } = match;
    const earlier = progress.admitted?.caller.limit;
    // who was let in by what no longer holds is told nothing
    delete progress.admitted;
    const base = { context, request, endpoint, requestId, id };
    const admitted = await authenticate(context, request, admitUnknownKey);
    const caller = earlier === undefined ? admitted : { ...admitted, limit: earlier };
    progress.admitted = { context, caller, isBilled: endpoint.billed };
    const organisation = caller.organisation.id;
    const key = isHandledOnce(match) ? sentIdempotencyKey(request) : undefined;
    if (key !== undefined && (await isKeyInUse(context, organisation, key))) caller.limit.waive();
    // executions look for an earlier result themselves: a replay is never limited
    if (!endpoint.billed) await caller.limit.take();
    const run = () => {
      requireScope(caller.key, scope);
      const body = parseBody(match, request);
      const query = checkQuery(match, search);
      // parsed by this endpoint's own schemas
      const handled = (commit: Commit) =>
        handler({ ...base, caller, body, query, commit } as RouteInput<never, never>);
      if (key === undefined) return handled((writes) => context.store.writeTogether(writes));
      const apiKey = getBearer(request);
      const { signal } = request;
      const { endpointId } = match;
      return handleIdempotent(context, {
        endpointId,
        organisation,
        apiKey,
        key,
        id,
        body,
        signal,
        run: handled,
      });
    };
    try {
      return await run();
    } catch (error) {
      // what is refused before it begins counts too, or invalid requests would be unlimited
      await caller.limit.take();
      throw error;
    }
  }
}

/** The authenticated caller, and whether the endpoint is billed. */
interface Admitted {
  context: BackendContext;
  caller: Caller;
  isBilled: boolean;
}

interface Admission {
  request: BackendRequest;
  match: RouteMatch;
  handler: Route;
  search: string;
  scope: Scope;
  requestId: string;
  progress: Progress;
}

interface Progress {
  admitted?: Admitted;
}

/** Executions keep their key with the operation, and the result of reconciling is never stored. */
function isHandledOnce({ endpoint, endpointId }: RouteMatch): boolean {
  return endpoint.method === "POST" && !endpoint.billed && endpointId !== "tool_calls.reconcile";
}

function parseBody({ endpoint }: RouteMatch, request: BackendRequest): unknown {
  if (endpoint.request === undefined) return undefined;
  const text = readableBody(request);
  let body: unknown;
  try {
    body = text === "" ? {} : JSON.parse(text);
  } catch {
    throw unreadable("The body is not JSON.", "Send a JSON object with content-type application/json.");
  }
  const problem = findUnfit(body);
  if (problem !== undefined) throw invalidRequest({ issues: [problem], suggestions: [] });
  // the contract's table names its own schemas
  const schema: z.ZodType = requestSchemas[endpoint.request as RequestName];
  const checked = validate(schema, body);
  if (checked.success) return checked.data;
  throw invalidRequest(checked);
}

/** The body's text, unless it is too large, damaged, or says itself that it is something else than JSON. */
function readableBody({ body = "", bodyFault, headers }: BackendRequest): string {
  if (bodyFault === "too_large" || isLongerThan(body, maxBodyLength)) {
    throw apiError("payload_too_large", `The body is larger than ${maxBodyLength} bytes. Send less.`, {});
  }
  if (bodyFault === "not_utf8")
    throw unreadable("The body is not valid UTF-8.", "Encode the JSON text as UTF-8.");
  if (bodyFault === "incomplete") throw unreadable("The body was cut off.", "Send it again.");
  const type = headers["content-type"];
  if (body !== "" && type !== undefined && !jsonType.test(type)) {
    const shown = JSON.stringify(type.slice(0, 100));
    throw unreadable(
      `The body is ${shown}, not JSON.`,
      "Send content-type: application/json.",
      "content-type",
    );
  }
  return body;
}

const jsonType = /^application\/(?:[\w.+-]+\+)?json *(?:;|$)/i;

/** Whether the text has more than `limit` bytes in UTF-8; counted only where it may. */
function isLongerThan(text: string, limit: number): boolean {
  if (text.length > limit) return true;
  return text.length * 3 > limit && new TextEncoder().encode(text).byteLength > limit;
}

function unreadable(message: string, hint: string, path = "") {
  return apiError("invalid_request", `${message} ${hint}`, { issues: [{ path, message }] });
}

function checkQuery({ endpoint }: RouteMatch, search: string): unknown {
  if (endpoint.query === undefined) return {};
  // the contract's table names its own schemas
  const schema: z.ZodType = querySchemas[endpoint.query as QueryName];
  const checked = validate(schema, parseQuery(search));
  if (checked.success) return checked.data;
  throw invalidRequest(checked);
}

function invalidRequest({
  issues,
  suggestions,
}: {
  issues: { path: string; message: string }[];
  suggestions: string[];
}) {
  const named = issues.map(({ path, message }) => ({ path: path === "" ? "body" : path, message }));
  return apiError("invalid_request", summariseIssues(named), {
    issues,
    ...(suggestions.length === 0 ? {} : { suggestions }),
  });
}

function noSuchPath(method: string, pathname: string) {
  const shown = JSON.stringify(`${method} ${pathname}`.slice(0, 200));
  const hint =
    allowedMethods(pathname).length > 0
      ? "The path takes other methods."
      : "See GET /v1/openapi.json for what there is.";
  return apiError("not_found", `There is no ${shown}. ${hint}`, { suggestions: [] });
}
