import {
  type ApiKey,
  type Backend,
  type BackendRequest,
  backgroundTimers,
  createBackend,
  dashboardKey,
  describeEvent,
  hashKey,
  memoryStore,
  redactError,
  type Store,
  type StoredEvent,
  secureRandom,
  systemTimers,
  timeOrderedIds,
  tokenBucket,
} from "@codespar/backend";
import type { Provider, ProviderResponse } from "@codespar/backend/ports";
import {
  findUnknownOption,
  type OptionNames,
  type PlanId,
  plans,
  sleep,
  type Transport,
  type WebhookEvent,
} from "@codespar/contract";
import { encodeHex, seededRandom } from "@codespar/formats";
import { definitions, discoveryWords, translators } from "@codespar/providers";
import {
  FaultControl,
  type Faults,
  MemoryState,
  type RecordedCall,
  simulatedProvider,
  simulations,
  testIssuers,
} from "@codespar/providers/simulated";
import { billingPages } from "../billing/billing-pages.ts";
import { goodCard, simulatedStripe } from "../billing/simulated-stripe.ts";
import { type CheckoutControl, checkoutControl } from "../controls/checkout-control.ts";
import { type MovableClock, standingClock, wallClock } from "../controls/clock.ts";
import { type Duration, parseDuration } from "../controls/duration.ts";
import { type Inspection, inspection } from "../controls/inspection.ts";
import { nativeLatency, requestLatency } from "../controls/latency.ts";
import { type MessageControl, messageControl } from "../controls/message-control.ts";
import { type PaymentControl, paymentControl } from "../controls/payment-control.ts";
import { PageAddresses } from "../pages/page-addresses.ts";
import { type PageControl, pageControl } from "../pages/page-control.ts";
import { planInvoiceKey } from "../pages/plan-invoice-key.ts";
import { ephemeralKeyring } from "../platform/ephemeral-keyring.ts";
import { recordSeenKeys } from "../platform/record-seen-keys.ts";
import { warnOfError } from "../platform/warn-of-error.ts";
import { openSandboxFile } from "../sqlite/sandbox-file.ts";
import { deliverWebhook } from "./deliver-webhook.ts";
import type { KeyIdentity } from "./key-identity.ts";
import { observeEvents, RecentItems } from "./recent-events.ts";
import { originPrefix, type SimulationAccess, type SimulationListener } from "./simulation-access.ts";
import { inProcessTransport } from "./transport.ts";
import { createWorker } from "./worker.ts";

export interface SandboxOptions {
  /** The same seed and the same calls give the same transcript. @default random */
  seed?: number | undefined;
  /** Where the clock stands until it is advanced. @default the wall clock */
  now?: Date | number | string | undefined;
  /** Plan of the organisations that test keys make. @default "growth" */
  plan?: PlanId | undefined;
  /** Enforces the plan's requests a minute. @default false */
  rateLimit?: boolean | undefined;
  /** `realistic` takes as long as the real services. @default "none" */
  latency?: "none" | "realistic" | undefined;
  /** Faults by server id, as `sandbox.faults.set` takes them. */
  faults?: Readonly<Record<string, Parameters<Faults["set"]>[1]>> | undefined;
  /** Further providers, or others in the place of simulated ones with their id. */
  providers?: Iterable<Provider> | undefined;
  /**
   * Whether a server without a stored connection is refused as `needs_connection`, as it is in live mode. @default false: it
   * has an account for everybody
   */
  requireConnections?: boolean | undefined;
  /** Days for which rows of the tool-call log are kept; keys and responses are kept for 24 hours. @default 400 */
  logRetentionDays?: number | undefined;
  /** Milliseconds after which a provider's response counts as lost. @default 30_000 */
  providerTimeoutMs?: number | undefined;
  /**
   * Directory where the sandbox keeps everything, its simulated providers too, so that it goes on after a restart or a
   * crash. Several processes may share it. Node.js only. @default in memory
   */
  data?: string | undefined;
  /**
   * Calls that are kept in memory at a time; a further one is refused as not done. What is kept in `data` has no such bound.
   * @default 250_000
   */
  maxCalls?: number | undefined;
  /** Whether an unknown, well-formed test key makes its own organisation; a list admits its keys alone. @default true */
  admitTestKeys?: boolean | readonly string[] | undefined;
  /**
   * Who a key acts for that is in no store, such as a session of the dashboard; asked for well-formed keys that are not
   * known. @internal
   */
  sessionKeys?: ((key: string) => Promise<KeyIdentity | undefined>) | undefined;
  /**
   * Where the pages that results lead to are served, without a slash at its end. Left out, nothing serves them: addresses
   * end in the command that would. @default "http://127.0.0.1:4010"
   */
  publicUrl?: string | (() => string) | undefined;
  /** Draws the QR codes that providers return as pictures, as base64 of a PNG. @internal @default one white pixel */
  qrPicture?: ((text: string) => string) | undefined;
  /** Stands before the store, so that a test can make it fail. @internal */
  wrapStore?: ((store: Store) => Store) | undefined;
  /**
   * Called with what went wrong inside, redacted; callers see `internal_error`. Errors of your own providers count as a lost
   * response and are not reported here. @default a warning of the process, on stderr
   */
  onError?: ((error: Error) => void) | undefined;
}

const optionNames: OptionNames<SandboxOptions> = {
  seed: true,
  now: true,
  plan: true,
  rateLimit: true,
  latency: true,
  faults: true,
  providers: true,
  requireConnections: true,
  logRetentionDays: true,
  providerTimeoutMs: true,
  data: true,
  maxCalls: true,
  admitTestKeys: true,
  sessionKeys: true,
  publicUrl: true,
  qrPicture: true,
  wrapStore: true,
  onError: true,
};

/** Refuses what is no option: in JavaScript `sede: 1` would be no seed, and every run another. */
function checkOptions(options: SandboxOptions): void {
  const unknown = findUnknownOption(options, optionNames);
  if (unknown !== undefined)
    throw new TypeError(`createSandbox: ${unknown.name} is not an option. ${unknown.hint}`);
}

/** An offline CodeSpar in this process. */
export interface Sandbox {
  /** For `new CodeSpar({ apiKey: "csk_test_…", transport: sandbox.transport })`. */
  transport: Transport;
  clock: {
    /** Milliseconds since the epoch. */
    now(): number;
    /**
     * Moves the clock and does everything that falls due on the way: customers pay, parcels move, sessions expire.
     * Requests made after it see all of that, awaited or not.
     */
    advance(duration: Duration): Promise<void>;
  };
  faults: Faults;
  payments: PaymentControl;
  checkouts: CheckoutControl;
  messages: MessageControl;
  /** The simulated providers' side, to be looked at. @internal */
  inspection: Inspection;
  pages: PageControl;
  /** The last 10,000 calls that reached a simulated provider, oldest first. */
  readonly calls: readonly RecordedCall[];
  /** The last 10,000 events, oldest first. */
  readonly events: readonly WebhookEvent[];
  /** The API itself, for an HTTP edge. */
  handle: Backend["handle"];
  /** The operations of the connect page. @internal */
  readonly connectSessions: Backend["connectSessions"];
  /** What the approval page works with. @internal */
  readonly approvalLinks: Backend["approvalLinks"];
  /** Stores an API key and its organisation; returns the organisation's id. */
  addKey(key: string): Promise<string>;
  /** Who a key acts for; undefined when it is not valid here, or not any more. @internal */
  identifyKey(key: string): Promise<KeyIdentity | undefined>;
  /** Does everything that is due now. */
  settle(): Promise<void>;
  /** The simulated providers themselves, for an emulator of their own HTTP. @internal */
  simulation: SimulationAccess;
  /** Forgets everything but options and clock. */
  reset(): void;
  /** Ends background work. */
  close(): Promise<void>;
}

const kept = 10_000;

/** Makes a sandbox: the whole API over 57 simulated providers, without network. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  checkOptions(options);
  const { plan = "growth", latency = "none" } = options;
  const { onError: tell = warnOfError } = options;
  let isClosed = false;
  const onError = (error: unknown) => {
    // what is still under way finds the file closed, and goes on when that is opened again
    if (isClosed) return;
    try {
      tell(redactError(error));
    } catch {
      // a failing listener must not stop the simulation
    }
  };
  if (!Object.hasOwn(plans, plan)) {
    throw new RangeError(
      `There is no plan ${JSON.stringify(plan)}. Take one of ${Object.keys(plans).join(", ")}.`,
    );
  }
  const isStanding = options.now !== undefined;
  const file = options.data === undefined ? undefined : openSandboxFile(options.data, systemTimers);
  const ownClock = options.now === undefined ? wallClock() : standingClock(parseNow(options.now));
  const clock: MovableClock = file?.keepClock(ownClock, isStanding) ?? ownClock;
  const faults = new FaultControl();
  const calls = new RecentItems<RecordedCall>(kept);
  const responses = new WeakMap<RecordedCall, ProviderResponse>();
  const events = new RecentItems<StoredEvent>(kept);
  const state = file?.state ?? new MemoryState();
  const keyring = file?.keyring ?? ephemeralKeyring();
  const listeners = new Set<SimulationListener>();
  const notifyListeners: SimulationListener["changed"] = (change, context) => {
    for (const listener of listeners) listener.changed(change, context);
  };
  let world = makeWorld();
  resetFaults();
  // what was under way when the last process ended goes on
  if (file !== undefined) world.worker.wake();

  function resetFaults(): void {
    faults.clear();
    for (const [server, fault] of Object.entries(options.faults ?? {})) faults.set(server, fault);
  }

  function makeWorld() {
    // the first run of a seed is the same wherever it keeps its data; later ones must not make the same ids again
    const random =
      options.seed === undefined
        ? secureRandom()
        : seededRandom(options.seed + (file?.run ?? 0) * 0x9e3779b1);
    const ids = timeOrderedIds(clock, random);
    const { wrapStore = (store) => store } = options;
    const known = file?.knownKeys ?? new Set<string>();
    const observed = observeEvents(
      file?.makeStore() ?? memoryStore({ maxCalls: options.maxCalls }),
      (event) => events.add(event),
    );
    const store: Store = wrapStore(recordSeenKeys(observed, known));
    const secret = () => (options.seed === undefined ? freshSecret() : `seed ${options.seed}`);
    const addresses = new PageAddresses({
      secret: file?.pageSecret(secret) ?? secret(),
      baseUrl: () => getPublicUrl(options),
      command: options.publicUrl === undefined ? getCommand(options) : undefined,
    });
    const stripe = simulatedStripe({
      random,
      baseUrl: () => getPublicUrl(options),
      invoicePdf: (invoice) => addresses.getUrl(planInvoiceKey(invoice), "invoice.pdf"),
    });
    const simulated = simulations.map((server) =>
      simulatedProvider(server, {
        state,
        clock,
        timers: systemTimers,
        random,
        faults,
        getLatency: (tool) => (latency === "realistic" ? nativeLatency(random, tool) : 0),
        webhook: (webhook) => {
          // made by a client of the provider's own: no call of CodeSpar's, and so no event
          if (webhook.operationId.startsWith(originPrefix)) return;
          if (file === undefined) worker.addWebhook(webhook);
          else {
            file.addWebhook(webhook);
            worker.noteWork();
          }
        },
        webhookId: () => ids.next("ntc"),
        pageUrl: (document, name) => addresses.getUrl(document, name),
        qrPicture: options.qrPicture,
        // who does not listen does not pay for what was before
        get changed() {
          return listeners.size === 0 ? undefined : notifyListeners;
        },
        otherDue: (work, context) => {
          for (const listener of listeners) listener.due(work, context);
        },
        checkCredentials: async (credentials) => {
          // who stores no credentials does not load the connectors
          const { connectors, findNewCredentialProblem } = await import("@codespar/providers/connect");
          const connector = connectors.get(server.id);
          return connector && findNewCredentialProblem(connector, credentials, "test");
        },
        refused: (id, account) => void backend.connectionHealth.refused(id, account).catch(onError),
        onError,
        record: (call) => calls.add(call),
        recordResponse: (call, response) => responses.set(call, response),
      }),
    );
    const replaced = new Set([...(options.providers ?? [])].map(({ id }) => id));
    const backend = createBackend({
      store,
      providers: [...simulated.filter(({ id }) => !replaced.has(id)), ...(options.providers ?? [])],
      translators,
      discovery: discoveryWords(definitions),
      clock,
      // whoever verifies a delivery has this machine's time, wherever the sandbox's clock stands
      sendingClock: Date,
      timers: systemTimers,
      ids,
      randomBytes: (length) => Uint8Array.from({ length }, () => random.integer(256)),
      paymentGateway: stripe,
      livemode: false,
      requireConnections: options.requireConnections === true,
      defaultIssuers: testIssuers,
      webhookBaseUrl: () => `${getPublicUrl(options)}/v1/webhooks`,
      approvalPageUrl: () => `${getPublicUrl(options)}/approve`,
      connectPage: { url: () => `${getPublicUrl(options)}/connect`, returnOrigins: { has: isWebOrigin } },
      keyring,
      deliver: deliverWebhook,
      rateLimiter: options.rateLimit === true ? tokenBucket() : undefined,
      logRetentionDays: options.logRetentionDays,
      providerTimeoutMs: options.providerTimeoutMs,
      admitUnknownKey: admit,
      wake: () => worker.wake(),
      onError,
    });
    const pages = billingPages({ service: backend.billing, stripe });
    const providers = new Map(simulated.map((provider) => [provider.id, provider]));
    const worker = createWorker({
      backend,
      clock,
      state,
      providers,
      background: isStanding ? undefined : backgroundTimers,
      sendWebhooks: async () => {
        await Promise.all([...listeners].map((listener) => listener.send()));
      },
      onError,
    });

    /** Keys that are admitted just now: two first requests at once make one organisation. */
    const admitting = new Map<string, Promise<ApiKey | undefined>>();

    async function admit(key: string): Promise<ApiKey | undefined> {
      const session = await options.sessionKeys?.(key);
      if (session !== undefined) return dashboardKey(key, { ...session, prefix: "csk_test_" }, clock.now());
      const { admitTestKeys = true } = options;
      const isAdmitted = typeof admitTestKeys === "boolean" ? admitTestKeys : admitTestKeys.includes(key);
      if (!isAdmitted || !key.startsWith("csk_test_")) return undefined;
      // a key that was known once and is not any more was rotated away: it does not come back
      if (known.has(hashKey(key)) && !admitting.has(key)) return store.findApiKey(hashKey(key));
      const admitted = admitting.get(key) ?? admitOnce(key).finally(() => admitting.delete(key));
      admitting.set(key, admitted);
      return admitted;
    }

    async function admitOnce(key: string): Promise<ApiKey | undefined> {
      const found = await store.findApiKey(hashKey(key));
      if (found !== undefined) return found;
      await addKey(key);
      return store.findApiKey(hashKey(key));
    }

    async function addKey(apiKey: string): Promise<string> {
      const customer = plan === "hobby" ? undefined : stripe.saveCustomer(goodCard);
      const { organisation } = await backend.organisations.create({
        plan,
        apiKey,
        keyName: "Sandbox key",
        customer,
      });
      return organisation.id;
    }

    async function identifyKey(text: string): Promise<KeyIdentity | undefined> {
      const hash = hashKey(text);
      const key = (await store.findApiKey(hash)) ?? (await admit(text));
      if (key === undefined || key.revokedAt !== null || key.organisation === null) return undefined;
      const works = key.hash === hash || (key.previousExpiresAt ?? 0) > clock.now();
      return works ? { organisation: key.organisation, scopes: key.scopes } : undefined;
    }

    return { random, backend, worker, providers, addKey, identifyKey, pages, addresses };
  }

  async function handle(request: BackendRequest) {
    if (latency === "realistic") await sleep(systemTimers, requestLatency(world.random, request), undefined);
    const { worker, backend, pages } = world;
    await worker.settle();
    // nearly every request is the API's own
    const page = request.path.startsWith("/billing/") ? await pages(request) : undefined;
    const response = page ?? (await backend.handle(request));
    await worker.processProviderWebhooks().catch(onError);
    worker.arm();
    return response;
  }

  return {
    transport: inProcessTransport(handle),
    clock: {
      now: clock.now,
      advance: (duration) => world.worker.advance(parseDuration(duration)),
    },
    faults,
    payments: paymentControl({
      state,
      provider: (id) => world.providers.get(id),
      settle: () => world.worker.settle(),
    }),
    checkouts: checkoutControl({
      state,
      now: clock.now,
      provider: (id) => world.providers.get(id),
      settle: () => world.worker.settle(),
    }),
    messages: messageControl({
      state,
      provider: (id) => world.providers.get(id),
      settle: () => world.worker.settle(),
    }),
    inspection: inspection({
      state,
      calls: () => calls.all(),
      responses,
      nextDueAt: () => world.worker.nextDueAt(),
    }),
    pages: pageControl({
      state,
      readPlanInvoice: (organisation, id) => world.backend.billing.readInvoice(organisation, id),
      addresses: () => world.addresses,
      now: clock.now,
      provider: (id) => world.providers.get(id),
      settle: () => world.worker.settle(),
    }),
    get calls() {
      return calls.all();
    },
    get events() {
      // stored events have the wire's types by construction
      return events.all().map((event) => describeEvent(event, false) as WebhookEvent);
    },
    handle,
    get connectSessions() {
      return world.backend.connectSessions;
    },
    get approvalLinks() {
      return world.backend.approvalLinks;
    },
    simulation: {
      random: () => world.random,
      provider: (id) => world.providers.get(id),
      async run(work) {
        const { worker } = world;
        await worker.settle();
        try {
          return await work();
        } finally {
          await worker.settle().catch(onError);
          worker.arm();
        }
      },
      arm: () => world.worker.arm(),
      listen(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    addKey: (key) => world.addKey(key),
    identifyKey: (key) => world.identifyKey(key),
    settle: () => world.worker.settle(),
    reset() {
      world.worker.stop();
      state.clear();
      calls.clear();
      events.clear();
      resetFaults();
      world = makeWorld();
    },
    async close() {
      world.worker.stop();
      await world.worker.settle();
      isClosed = true;
      file?.close();
    },
  };
}

/** A test may send people back to wherever it runs. */
function isWebOrigin(origin: string): boolean {
  return /^https?:/.test(origin);
}

function getPublicUrl({ publicUrl = "http://127.0.0.1:4010" }: SandboxOptions): string {
  return typeof publicUrl === "string" ? publicUrl : publicUrl();
}

/** What would open the addresses of a sandbox that nothing serves. */
function getCommand({ data }: SandboxOptions): string {
  return data === undefined ? "npx @codespar/sandbox" : `npx @codespar/sandbox --data ${data}`;
}

function freshSecret(): string {
  return encodeHex(crypto.getRandomValues(new Uint8Array(32)));
}

function parseNow(now: Date | number | string): number {
  const at = typeof now === "string" ? Date.parse(now) : Number(now ?? Number.NaN);
  if (Number.isSafeInteger(at) && at >= 0) return at;
  throw new RangeError(
    `now: ${JSON.stringify(now)} is not a date. Give a Date, milliseconds, or RFC 3339 text.`,
  );
}
