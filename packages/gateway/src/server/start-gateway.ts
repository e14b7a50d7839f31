import type { IncomingMessage } from "node:http";
import {
  type Backend,
  type BackendOptions,
  backgroundTimers,
  createBackend,
  createFetchHandler,
  secureRandom,
  shareRateLimiter,
  systemTimers,
  timeOrderedIds,
  tokenBucket,
} from "@codespar/backend";
import { sleep } from "@codespar/contract";
import { deliverOnNode, startListener, startWorker, type Worker } from "@codespar/node-runtime";
import { approvalPage, connectPage } from "@codespar/node-runtime/connect-page";
import { translators } from "@codespar/providers";
import type { ResolvedConfig } from "../config/resolve-config.ts";
import { gatewayDashboard } from "../dashboard/gateway-dashboard.ts";
import { redisRateLimiter } from "../limits/redis-rate-limiter.ts";
import type { Log } from "../logging/json-log.ts";
import { ensureFirstOrganisation, type FirstOrganisation } from "../organisations/first-organisation.ts";
import { liveProviders } from "../providers/live-providers.ts";
import { mcpServers } from "../providers/mcp-servers.ts";
import type { Storage } from "../storage/storage.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";
import { hintProcessor } from "../webhooks/process-hints.ts";
import { receiveWebhook } from "../webhooks/receive-webhook.ts";
import { logRequests } from "./access-log.ts";
import { clientAddress } from "./client-address.ts";
import { limitConcurrency } from "./limit-concurrency.ts";
import { createReadiness, type Readiness } from "./readiness.ts";

export interface StartGatewayOptions {
  config: ResolvedConfig;
  storage: Storage;
  log: Log;
  /** @default none */
  telemetry?: Telemetry | undefined;
  /** Called by the one process that makes the first organisation, before its key works. */
  prepareKey?: (() => string) | undefined;
}

/** A gateway that listens. */
export interface Gateway {
  /** Where it listens, without a slash at the end. */
  url: string;
  /** Where others reach it. */
  publicUrl: string;
  firstOrganisation: FirstOrganisation;
  /** An address that shows the first organisation in a browser; it signs in once, within a minute. */
  dashboardUrl(): string;
  /** Takes no more requests, lets those in flight end, and closes the database. */
  close(): Promise<void>;
}

const clock = Date;

/** Requests a minute up to which each is drawn from the database; above, a round trip brings a second's worth of them. */
const exactInDatabase = 60;

/** The backend over a store, with no listener: for commands. */
export function createGatewayBackend(
  { config, storage, log }: Pick<StartGatewayOptions, "config" | "log" | "storage">,
  options: Partial<BackendOptions> = {},
): Backend {
  return createBackend({
    store: storage.store,
    keyring: storage.keyring,
    providers: options.providers ?? liveProviders({ config, store: storage.store, clock }),
    translators,
    clock,
    timers: systemTimers,
    ids: timeOrderedIds(clock, secureRandom()),
    rateLimiter: tokenBucket(),
    providerTimeoutMs: config.limits.providerTimeoutMs,
    providerConcurrency: config.limits.callsPerConnection,
    logRetentionDays: config.retention.logDays,
    deliver: deliverOnNode,
    livemode: true,
    onError: (error) => log.error("internal error", error),
    ...options,
  });
}

/** Serves the API over live providers, and processes what falls due. */
export async function startGateway(options: StartGatewayOptions): Promise<Gateway> {
  const { config, storage, log, telemetry, prepareKey } = options;
  let worker: Worker | undefined;
  const { store } = storage;
  const providers = new Map(
    liveProviders({ config, store, clock, onRefused: (server, account) => noteRefusal(server, account) }).map(
      (provider) => [provider.id, telemetry?.traceProvider(provider) ?? provider],
    ),
  );
  const tools = await mcpServers(config.mcpServers, log);
  const wake = () => worker?.wake();
  let { publicUrl } = config;
  const { redisUrl } = config;
  const reportLimits = (error: unknown) => log.error("rate limits count in this process alone", error);
  const shared =
    redisUrl === undefined
      ? undefined
      : await redisRateLimiter({ url: redisUrl, timers: systemTimers, reportError: reportLimits });
  const { rates } = storage;
  const drawn =
    rates === undefined
      ? undefined
      : shareRateLimiter({
          central: rates,
          timers: systemTimers,
          exactUpTo: exactInDatabase,
          reportError: reportLimits,
        });
  const rateLimiter = shared ?? drawn;
  const dashboard = gatewayDashboard({ store, clock, publicUrl: () => publicUrl ?? "" });
  const backend = createGatewayBackend(options, {
    admitUnknownKey: dashboard.admitSessionKey,
    providers: [...providers.values(), ...tools],
    ...(rateLimiter === undefined ? {} : { rateLimiter }),
    wake,
    webhookBaseUrl: () => `${publicUrl ?? ""}/v1/webhooks`,
    approvalPageUrl: () => `${publicUrl ?? ""}/approve`,
    connectPage: { url: () => `${publicUrl ?? ""}/connect`, returnOrigins: config.connect.returnOrigins },
  });
  function noteRefusal(server: string, account: string): void {
    backend.connectionHealth
      .refused(server, account)
      .catch((error) => log.error("a refused connection could not be noted", error, { provider: server }));
  }

  const firstOrganisation = await ensureFirstOrganisation({
    store,
    organisations: backend.organisations,
    clock,
    timers: systemTimers,
    prepareKey,
  });
  const processHints = hintProcessor({
    store,
    backend,
    connectedFor: async (server, account) => providers.get(server)?.connectedFor(account),
    clock,
    log,
  });
  worker = startWorker({
    backend: {
      ...backend,
      async tick() {
        // what hints make known becomes events in the same turn
        await processHints();
        await backend.tick();
      },
    },
    clock,
    timers: systemTimers,
    onError: (error) => log.error("work failed and is tried again", error),
  });
  const closing = new AbortController();
  const readiness = createReadiness({ store, worker, clock, timers: systemTimers });
  const api = createFetchHandler({
    handle: async (request) => backend.handle({ ...request, headers: await dashboard.authorise(request) }),
    closing: closing.signal,
  });
  const connect = connectPage({
    sessions: backend.connectSessions,
    providers,
    publicUrl: () => publicUrl ?? "",
    clock,
    onConnected: ({ connectionId, session: { organisation, server } }) =>
      log.info("connected", { provider: server, organisation, connection: connectionId }),
    onError: (error, provider) => log.error("a consent could not be completed", error, { provider }),
  });
  const approve = approvalPage({ links: backend.approvalLinks, clock });
  const webhooks = receiveWebhook({
    endpoints: backend.webhookEndpoints,
    apps: config.webhooks,
    store,
    connectedFor: async (server, account) => providers.get(server)?.connectedFor(account),
    clock,
    publicUrl: () => publicUrl ?? "",
    wake,
  });
  const limited = limitConcurrency(config.limits.concurrentRequests, (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/connect" || pathname.startsWith("/connect/")) return connect(request);
    if (pathname === "/approve" || pathname.startsWith("/approve/")) return approve(request);
    if (pathname.startsWith("/v1/webhooks/")) return webhooks(request);
    return pathname.startsWith("/v1/") ? api(request) : serveOther(request);
  });
  async function serveOther(request: Request): Promise<Response> {
    return (await dashboard.serve(request)) ?? api(request);
  }

  const getAddress = clientAddress(config.trustedProxies);
  const logged = logRequests({ log, clock, getAddress }, limited);
  const serve = telemetry?.traceRequests(logged) ?? logged;
  telemetry?.observeWork(() => store.nextDueAt());

  async function route(request: Request, incoming: IncomingMessage): Promise<Response> {
    const { pathname } = new URL(request.url);
    // asked every few seconds by whatever runs the gateway: not logged, and not limited
    if (pathname === "/healthz") return Response.json({ status: "ok" });
    if (pathname === "/readyz") return describeReadiness(await readiness());
    return serve(request, incoming);
  }

  const { limits, host, port } = config;
  const listener = await startListener({ port, hostname: host, serve: route }).catch(async (error) => {
    await worker.stop();
    await Promise.all(tools.map((server) => server.close()));
    throw error;
  });
  publicUrl ??= listener.url;
  return {
    url: listener.url,
    publicUrl,
    firstOrganisation,
    dashboardUrl: () => dashboard.signInLink(firstOrganisation.id),
    async close() {
      closing.abort(new Error("The gateway is closing."));
      await listener.close(limits.drainMs);
      // what goes on longer keeps its lease, and another process takes it up
      await Promise.race([worker.stop(), sleep(backgroundTimers, limits.drainMs, undefined)]);
      shared?.close();
      await Promise.all(tools.map((server) => server.close()));
      // measures what is due a last time
      await telemetry?.close();
      await storage.close();
    },
  };
}

function describeReadiness({ isReady, checks }: Readiness): Response {
  const status = isReady ? "ready" : "unavailable";
  return Response.json({ status, checks }, { status: isReady ? 200 : 503 });
}
