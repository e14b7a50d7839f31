import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { temporaryDirectory } from "@codespar/node-runtime/testing";
import { expect, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import { jsonLog } from "../logging/json-log.ts";
import { ask, runGateway, startGatewayProcess } from "../testing/gateway-process.ts";
import { startEmulatedAsaas } from "../testing/start-emulated-asaas.ts";
import { startTelemetry } from "./start-telemetry.ts";

const attribute = z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) });
const spans = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(attribute) }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
              name: z.string(),
              kind: z.number(),
              attributes: z.array(attribute),
            }),
          ),
        }),
      ),
    }),
  ),
});
const metrics = z.object({
  resourceMetrics: z.array(
    z.object({ scopeMetrics: z.array(z.object({ metrics: z.array(z.looseObject({ name: z.string() })) })) }),
  ),
});

/** A collector that takes OTLP as JSON. */
async function startCollector() {
  const bodies = new Map<string, string[]>();
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    bodies.set(request.url ?? "", [...(bodies.get(request.url ?? "") ?? []), body]);
    response.setHeader("content-type", "application/json").end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    url: `http://127.0.0.1:${port}`,
    all: () => [...bodies.values()].flat().join("\n"),
    spans: () =>
      (bodies.get("/v1/traces") ?? [])
        .flatMap((body) => spans.parse(JSON.parse(body)).resourceSpans)
        .flatMap(({ resource, scopeSpans }) =>
          scopeSpans.flatMap(({ spans: each }) =>
            each.map((span) => ({
              ...span,
              service: resource.attributes.find(({ key }) => key === "service.name")?.value,
              attributes: Object.fromEntries(
                span.attributes.map(({ key, value }) => [key, Object.values(value)[0]]),
              ),
            })),
          ),
        ),
    metricNames: () =>
      new Set(
        (bodies.get("/v1/metrics") ?? [])
          .flatMap((body) => metrics.parse(JSON.parse(body)).resourceMetrics)
          .flatMap(({ scopeMetrics }) =>
            scopeMetrics.flatMap((scope) => scope.metrics.map(({ name }) => name)),
          ),
      ),
  };
}

it("sends spans and metrics of requests and of what providers were asked, and nothing secret", async () => {
  using directory = temporaryDirectory();
  const { url: asaas, getKey } = await startEmulatedAsaas();
  const collector = await startCollector();
  const config = { providers: { testAddresses: { asaas } } };
  writeFileSync(`${directory.path}/codespar.config.json`, JSON.stringify(config));
  const made = await runGateway(["org", "create", "--test", "--key-file", `${directory.path}/key`], {
    directory: directory.path,
  });
  expect(made.code).toBe(0);
  const key = readFileSync(`${directory.path}/key`, "utf8").trim();
  const gateway = await startGatewayProcess([], {
    directory: directory.path,
    environment: {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
      OTEL_RESOURCE_ATTRIBUTES: "deployment.environment.name=test",
    },
  });
  const credential = await getKey("shop");
  const stored = await ask(gateway.url, key, "POST", "/v1/connections", {
    server_id: "asaas",
    credentials: { api_key: credential },
  });
  expect(stored.status).toBe(201);
  const session = await ask(gateway.url, key, "POST", "/v1/sessions", { servers: ["asaas"] });
  const [traceId, spanId] = ["4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"];
  const paid = await fetch(`${gateway.url}/v1/sessions/${session.body.id}/execute?secret=swordfish`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      traceparent: `00-${traceId}-${spanId}-01`,
    },
    body: JSON.stringify({
      name: "codespar_pay",
      arguments: {
        method: "pix",
        amount: 5000,
        currency: "BRL",
        customer: { name: "Ana Beatriz Souza", document: "52998224725", email: "ana@exemplo.com.br" },
      },
    }),
  });
  expect(await paid.json()).toMatchObject({ success: true, provider: "asaas" });
  await fetch(`${gateway.url}/v1/webhooks/asaas/org_1.secretsecret`, { method: "POST", body: "{}" });
  expect(await gateway.end("SIGTERM")).toEqual({ code: 0, signal: null });

  const all = collector.spans();
  const server = all.find(({ name }) => name === "POST /v1/sessions/:id/execute");
  // continues what the caller has begun
  expect(server).toMatchObject({
    traceId,
    parentSpanId: spanId,
    service: { stringValue: "codespar-gateway" },
    attributes: { "http.response.status_code": 200, "http.route": "/v1/sessions/:id/execute" },
  });
  const call = all.find(({ name }) => name === "asaas asaas_create_payment");
  expect(call).toMatchObject({
    traceId,
    parentSpanId: server?.spanId,
    attributes: { "codespar.provider": "asaas", "codespar.outcome": "done" },
  });
  expect(all.find(({ name }) => name === "POST /v1/webhooks/asaas")).toMatchObject({
    attributes: { "http.response.status_code": 401, "url.path": "/v1/webhooks/asaas/…" },
  });
  expect(collector.metricNames()).toEqual(
    new Set([
      "codespar.provider.call.duration",
      "codespar.work.lag",
      "http.server.active_requests",
      "http.server.request.duration",
    ]),
  );
  for (const secret of [key, credential, "swordfish", "secretsecret", "Ana Beatriz", "52998224725"])
    expect(collector.all()).not.toContain(secret);
});

it("goes on without a collector, and says so in its log", async () => {
  using directory = temporaryDirectory();
  const gateway = await startGatewayProcess([], {
    directory: directory.path,
    environment: {
      OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:1",
      OTEL_BSP_SCHEDULE_DELAY: "10",
      OTEL_METRICS_EXPORTER: "none",
    },
  });
  const key = readFileSync(`${directory.path}/codespar-data/live-key`, "utf8").trim();
  expect((await ask(gateway.url, key, "GET", "/v1/sessions")).status).toBe(200);
  expect(await gateway.end("SIGTERM")).toEqual({ code: 0, signal: null });
  for (const line of gateway.output.stderr.trim().split("\n")) expect(() => JSON.parse(line)).not.toThrow();
  expect(gateway.output.stderr).toContain('"message":"telemetry"');
});

it("says which packages are missing, before anything is opened", async () => {
  vi.doMock("@opentelemetry/sdk-node", () => {
    throw new Error("Cannot find package");
  });
  const log = jsonLog({ level: "info", now: Date.now, write: () => {} });
  const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318" };
  await expect(startTelemetry(environment, log)).rejects.toThrow(
    "OTEL_EXPORTER_OTLP_ENDPOINT asks for telemetry, and the packages @opentelemetry/sdk-node and @opentelemetry/api are not installed.",
  );
  expect(await startTelemetry({ ...environment, OTEL_SDK_DISABLED: "true" }, log)).toBeUndefined();
  expect(await startTelemetry({ OTEL_SERVICE_NAME: "x" }, log)).toBeUndefined();
});
