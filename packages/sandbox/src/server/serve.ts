import type { IncomingMessage } from "node:http";
import { createFetchHandler } from "@codespar/backend";
import { isError } from "@codespar/contract";
import { encodeHex } from "@codespar/formats";
import { isLoopbackHost, loadOrCreateTestKey, startListener } from "@codespar/node-runtime";
import { approvalPage } from "@codespar/node-runtime/connect-page";
import { createSandbox, type Sandbox, type SandboxOptions } from "@codespar/sandbox-core";
import { type SandboxDashboard, sandboxDashboard } from "../dashboard/sandbox-dashboard.ts";
import { webhookReceiver } from "../dashboard/webhook-receiver.ts";
import { type EmulatedAddress, startEmulatedProviders } from "../emulator/emulated-server.ts";
import { type EmulatorListenerOptions, matchProvider, serveProvider } from "../emulator/emulator-listener.ts";
import { drawQrPicture } from "../pages/files/draw-qr-picture.ts";
import { servePages } from "../pages/serve-pages.ts";
import { allowOrigins } from "./allow-origins.ts";
import { sandboxConnectPage } from "./connect-page.ts";
import { checkController } from "./control/check-controller.ts";
import { httpControl } from "./control/http-control.ts";
import { type LoggedRequest, logRequests } from "./log-requests.ts";
import { reachableUrl } from "./reachable-url.ts";

export interface SandboxServerOptions extends Omit<SandboxOptions, "admitTestKeys"> {
  /** 0 takes a free one. @default 4010 */
  port?: number | undefined;
  /** Where to listen. The test control works on loopback alone. @default "127.0.0.1" */
  hostname?: string | undefined;
  /**
   * The organisation's test key, and the only one that is taken. @default a random one, or with `data` that of its first
   * start; on loopback any other test key makes an organisation of its own
   */
  apiKey?: string | undefined;
  /** Milliseconds that requests have to end when the server closes. @default 5000 */
  drainMs?: number | undefined;
  /** Milliseconds that a request's headers have to arrive. @default 15_000 */
  headersTimeoutMs?: number | undefined;
  /** Milliseconds that a whole request has to arrive. @default 60_000 */
  requestTimeoutMs?: number | undefined;
  /** Clients of the test control send it in the header `x-codespar-control`. @default a random one */
  controlToken?: string | undefined;
  /** Web origins whose pages may use the API, besides those of this machine. @default none */
  allowedOrigins?: readonly string[] | undefined;
  /** Providers whose own HTTP is spoken as well: under `/providers/<id>/`, and each on a port of its own. @default none */
  emulate?: readonly string[] | "all" | undefined;
  /** Port of the first emulated provider, the others on those after it; 0 takes free ones. @default the one after `port` */
  emulatorPort?: number | undefined;
  /** Called with what takes a while, such as building the inspector when it is run from source. @default nobody */
  onProgress?: ((line: string) => void) | undefined;
  /** Called for every request but those of the inspector, once it is handled. @default nobody */
  onRequest?: ((entry: LoggedRequest) => void) | undefined;
}

/** A sandbox that listens. */
export interface SandboxServer {
  /** Without a slash at its end. */
  url: string;
  /** The one key that is known at first; more are made with POST /v1/api-keys. */
  apiKey: string;
  /** What the header `x-codespar-control` has to carry for requests under `/sandbox/`. */
  controlToken: string;
  sandbox: Sandbox;
  /** How the emulated providers are reached, by id. */
  emulated: ReadonlyMap<string, EmulatedAddress>;
  /** An address that shows the inspector in a browser; it signs in once, within a minute. */
  inspectorUrl(): string;
  /** Takes no more requests, lets those in flight end, and frees the port. */
  close(): Promise<void>;
}

/** Serves a sandbox over HTTP: one organisation on plan hobby, its rate limit enforced, unknown keys refused. */
export async function startSandboxServer(options: SandboxServerOptions = {}): Promise<SandboxServer> {
  const { port = 4010, hostname = "127.0.0.1", drainMs = 5000, data, ...others } = options;
  const { headersTimeoutMs, requestTimeoutMs, onProgress = () => {}, onRequest = () => {}, ...own } = others;
  const { controlToken = `ctl_${randomHex(16)}`, emulate = [], emulatorPort, apiKey: given, ...more } = own;
  const { allowedOrigins = [], ...rest } = more;
  const apiKey = given ?? (data === undefined ? randomKey() : await loadOrCreateTestKey(data, randomKey));
  if (!/^csk_test_[A-Za-z0-9_-]{1,200}$/.test(apiKey)) {
    throw new RangeError("apiKey: a sandbox takes test keys, csk_test_ and letters, digits, - or _.");
  }
  const dashboard = sandboxDashboard({
    apiKey,
    publicUrl: () => url,
    sandbox: () => sandbox,
    onProgress,
  });
  const sandbox: Sandbox = createSandbox({
    plan: "hobby",
    rateLimit: true,
    publicUrl: () => reachableUrl(url),
    qrPicture: drawQrPicture,
    ...rest,
    data,
    // as embedded: what is open to this machine alone takes any test key, unless one was named
    admitTestKeys: given === undefined && isLoopbackHost(hostname) ? true : [apiKey],
    sessionKeys: dashboard.sessionKeys,
  });
  const onError = (error: unknown) => rest.onError?.(isError(error) ? error : new Error(String(error)));
  const providers = await startEmulatedProviders({
    sandbox,
    providers: emulate,
    apiKey,
    port: emulatorPort ?? (port === 0 ? 0 : port + 1),
    hostname,
    onError,
  });
  const closing = new AbortController();
  const listener = await startListener({
    port,
    hostname,
    headersTimeoutMs,
    requestTimeoutMs,
    serve: createRequestHandler({
      sandbox,
      dashboard,
      controlToken,
      allowedOrigins,
      publicUrl: () => url,
      closing: closing.signal,
      onRequest,
      emulation: { emulator: providers.emulator, onError, anyHost: !isLoopbackHost(hostname) },
    }),
  });
  const { url } = listener;
  return {
    url,
    apiKey,
    controlToken,
    sandbox,
    emulated: providers.addresses,
    inspectorUrl: dashboard.signInLink,
    async close() {
      closing.abort(new Error("The sandbox server is closing."));
      await Promise.all([listener.close(drainMs), providers.close(drainMs)]);
      await sandbox.close();
    },
  };
}

interface RequestHandlerOptions {
  sandbox: Sandbox;
  dashboard: SandboxDashboard;
  controlToken: string;
  allowedOrigins: readonly string[];
  publicUrl(): string;
  closing: AbortSignal;
  onRequest(entry: LoggedRequest): void;
  emulation: EmulatorListenerOptions;
}

/** As many requests can be looked at. */
const keptRequests = 1000;

function createRequestHandler(options: RequestHandlerOptions) {
  const { sandbox, dashboard, controlToken, allowedOrigins, publicUrl, closing, onRequest, emulation } =
    options;
  let requests: LoggedRequest[] = [];
  const logged = logRequests(sandbox.handle, {
    now: Date.now,
    onRequest(entry) {
      requests.push(entry);
      // cut in large steps, so that adding stays cheap
      if (requests.length >= 2 * keptRequests) requests = requests.slice(-keptRequests);
      onRequest(entry);
    },
  });
  const api = allowOrigins(
    createFetchHandler({
      async handle(request) {
        const headers = await dashboard.authorise(request);
        // the inspector does not look at itself
        return headers === request.headers ? logged(request) : sandbox.handle({ ...request, headers });
      },
      closing,
    }),
    allowedOrigins,
  );
  const receiver = webhookReceiver(randomHex(16), Date.now);
  const control = httpControl({
    sandbox,
    receiver,
    publicUrl,
    requests: () => requests.slice(-keptRequests),
    onReset() {
      requests = [];
      receiver.clear();
    },
  });
  const pages = servePages(sandbox);

  const connect = sandboxConnectPage(sandbox, publicUrl);
  // a reset sandbox has other links
  const approve = (request: Request) =>
    approvalPage({ links: sandbox.approvalLinks, clock: sandbox.clock })(request);

  /** Nearly every request is the API's own, so the path alone is looked at first. */
  function servePage(url: string, request: Request): Promise<Response | undefined> | undefined {
    if (url.startsWith("/pages/")) return pages(request);
    if (/^\/connect(?:$|[/?])/.test(url)) return connect(request);
    if (/^\/approve(?:$|[/?])/.test(url)) return approve(request);
    if (!/^\/(?:$|\?|dashboard\/)/.test(url)) return undefined;
    return receiver.receive(url, request) ?? dashboard.serve(request);
  }

  return async function serve(request: Request, incoming: IncomingMessage): Promise<Response> {
    const { url = "/" } = incoming;
    const emulated = url.startsWith("/providers/") ? matchProvider(url, emulation.emulator) : undefined;
    if (emulated !== undefined)
      return serveProvider(emulated.provider, emulated.rest, request, incoming, emulation);
    if (!url.startsWith("/sandbox/")) return (await servePage(url, request)) ?? api(request);
    const isSignedIn = (await dashboard.getSession(incoming.headers)) !== undefined;
    const refused = checkController(incoming, { token: controlToken, isSignedIn });
    return refused === undefined ? control(request) : Response.json(refused.body, { status: refused.status });
  };
}

function randomKey(): string {
  return `csk_test_${randomHex(12)}`;
}

function randomHex(bytes: number): string {
  return encodeHex(crypto.getRandomValues(new Uint8Array(bytes)));
}
