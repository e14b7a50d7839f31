import type { IncomingMessage } from "node:http";
import { matchRoute } from "@codespar/backend";
import { type ProviderCall, ProviderUnavailable } from "@codespar/backend/ports";
import { loggablePath } from "../logging/loggable-path.ts";
import type { LiveProvider } from "../providers/live-providers.ts";
import type { Telemetry } from "./telemetry.ts";

/** The API of OpenTelemetry, which is there when it was asked for. */
export type OpenTelemetry = typeof import("@opentelemetry/api");

/** Seconds, as the semantic conventions for HTTP have them. */
const explicitBucketBoundaries = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30,
];

/**
 * Spans and metrics by the semantic conventions, with nothing in them that is secret or a person's: no query, body, header,
 * credential or argument.
 */
export function openTelemetry(api: OpenTelemetry, close: () => Promise<void>): Telemetry {
  const { context, metrics, propagation, SpanKind, SpanStatusCode, trace } = api;
  const tracer = trace.getTracer("@codespar/gateway");
  const meter = metrics.getMeter("@codespar/gateway");
  const seconds = { unit: "s", advice: { explicitBucketBoundaries } };
  const requestDuration = meter.createHistogram("http.server.request.duration", {
    description: "Duration of requests, until their response begins",
    ...seconds,
  });
  const activeRequests = meter.createUpDownCounter("http.server.active_requests", {
    description: "Requests under way",
    unit: "{request}",
  });
  const callDuration = meter.createHistogram("codespar.provider.call.duration", {
    description: "Duration of native calls to providers",
    ...seconds,
  });

  async function traceCall<Result>(
    { id, version }: LiveProvider,
    call: { operationId: string; tool: string; account: string },
    work: () => Promise<Result>,
    getOutcome: (result: Result) => string,
  ): Promise<Result> {
    const since = performance.now();
    const attributes = { "codespar.provider": id, "codespar.tool": call.tool };
    const span = tracer.startSpan(`${id} ${call.tool}`, {
      kind: SpanKind.CLIENT,
      attributes: {
        ...attributes,
        "codespar.operation": call.operationId,
        "codespar.organisation": call.account.split("/", 1)[0] ?? "",
        ...(version === undefined ? {} : { "codespar.provider.version": version }),
      },
    });
    const end = (outcome: string) => {
      span.setAttribute("codespar.outcome", outcome);
      if (outcome === "unavailable" || outcome === "lost")
        span.setAttribute("error.type", outcome).setStatus({ code: SpanStatusCode.ERROR });
      span.end();
      callDuration.record((performance.now() - since) / 1_000, {
        ...attributes,
        "codespar.outcome": outcome,
      });
    };
    try {
      const result = await context.with(trace.setSpan(context.active(), span), work);
      end(getOutcome(result));
      return result;
    } catch (error) {
      // certain that nothing was done, or not known
      end(error instanceof ProviderUnavailable ? "unavailable" : "lost");
      throw error;
    }
  }

  return {
    traceRequests: (serve) =>
      async function traceRequest(request: Request, incoming: IncomingMessage) {
        const since = performance.now();
        const { method, headers } = request;
        const { pathname } = new URL(request.url);
        const route = routeOf(method, pathname);
        const labels = {
          "http.request.method": method,
          ...(route === undefined ? {} : { "http.route": route }),
        };
        const parent = propagation.extract(context.active(), headers, {
          get: (from, name) => from.get(name) ?? undefined,
          keys: (from) => [...from.keys()],
        });
        const span = tracer.startSpan(
          route === undefined ? method : `${method} ${route}`,
          {
            kind: SpanKind.SERVER,
            attributes: { ...labels, "url.scheme": "http", "url.path": loggablePath(pathname) },
          },
          parent,
        );
        activeRequests.add(1, { "http.request.method": method });
        const end = (status: number) => {
          const failed = status >= 500 ? { "error.type": String(status) } : {};
          span.setAttributes({ "http.response.status_code": status, ...failed });
          if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
          activeRequests.add(-1, { "http.request.method": method });
          requestDuration.record((performance.now() - since) / 1_000, {
            ...labels,
            ...failed,
            "http.response.status_code": status,
          });
        };
        try {
          const response = await context.with(trace.setSpan(parent, span), () => serve(request, incoming));
          const requestId = response.headers.get("x-request-id");
          if (requestId !== null) span.setAttribute("codespar.request_id", requestId);
          end(response.status);
          return response;
        } catch (error) {
          end(500);
          throw error;
        }
      },
    traceProvider: (provider) => ({
      ...provider,
      execute: (call: ProviderCall) =>
        traceCall(
          provider,
          call,
          () => provider.execute(call),
          ({ ok }) => (ok ? "done" : "refused"),
        ),
      find: (operationId, query) =>
        traceCall(
          provider,
          { operationId, tool: "find", account: query.account },
          () => provider.find(operationId, query),
          ({ status }) => `found_${status}`,
        ),
    }),
    observeWork(getDueAt) {
      const lag = meter.createObservableGauge("codespar.work.lag", {
        description: "For how long what is due has been waiting",
        unit: "s",
      });
      lag.addCallback(async (result) => {
        const dueAt = await getDueAt().catch(() => undefined);
        result.observe(dueAt === undefined ? 0 : Math.max(0, (Date.now() - dueAt) / 1_000));
      });
    },
    close,
  };
}

/** The template of a path, such as `/v1/sessions/:id/execute`: few, and without ids or tokens. */
function routeOf(method: string, pathname: string): string | undefined {
  const webhook = /^\/v1\/webhooks\/([a-z0-9-]+)\//.exec(pathname);
  if (webhook !== null) return `/v1/webhooks/${webhook[1]}`;
  const page = /^\/(connect|approve|dashboard)(?:\/|$)/.exec(pathname);
  return page === null ? matchRoute(method, pathname)?.endpoint.path : `/${page[1]}`;
}
