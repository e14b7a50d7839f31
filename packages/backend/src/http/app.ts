import type { EndpointId, Scope } from "@codespar/contract";
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
import { StoreFull } from "../ports/store-failure.ts";
import { handleIdempotent, isKeyInUse } from "./idempotency/handle-idempotent.ts";
import { allowedMethods, matchRoute, type RouteMatch } from "./match-route.ts";
import { checkQuery, parseBody, sentIdempotencyKey } from "./read-request.ts";
import type { Commit, Route, RouteInput } from "./routes/route.ts";
import { jsonResponse } from "./routes/route.ts";

export interface AppOptions {
  context: BackendContext;
  routes: Readonly<Partial<Record<EndpointId, Route>>>;
  admitUnknownKey?: AdmitUnknownKey | undefined;
}

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
      // each caller is told of a full store, and needs no warning of the process beside it
      const isToldInFull = error instanceof ApiError || error instanceof StoreFull;
      if (!isToldInFull && !hasLeft) root.reportError(error);
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
    return endpoint.billed && openExecution !== undefined ? openExecution(request, id, admit) : admit(root);
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

function noSuchPath(method: string, pathname: string) {
  const shown = JSON.stringify(`${method} ${pathname}`.slice(0, 200));
  const hint =
    allowedMethods(pathname).length > 0
      ? "The path takes other methods."
      : "See GET /v1/openapi.json for what there is.";
  return apiError("not_found", `There is no ${shown}. ${hint}`, { suggestions: [] });
}
