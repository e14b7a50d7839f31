import {
  createBackend,
  createFetchHandler,
  memoryStore,
  secureRandom,
  systemTimers,
  timeOrderedIds,
} from "@codespar/backend";
import { startListener } from "@codespar/node-runtime";
import { translators } from "@codespar/providers";
import {
  type ConnectedProvider,
  type ConnectorDefinition,
  connect,
  connectors,
  resolveWebhook,
  verifyWebhook,
  WebhookKeys,
  webhooks,
} from "@codespar/providers/connect";
import { createSandbox, type Duration } from "@codespar/sandbox";
import { createEmulator, serveEmulator } from "@codespar/sandbox/emulator";
import { CodeSpar } from "@codespar/sdk";

/** The account at the provider that the organisation's connection stands for. */
export const sellerAccount = "seller";
export const webhookSecret = "whsec_0123456789abcdef0123456789abcdef";

export interface LiveWorldOptions {
  /** Puts something between the connector and the provider: gives the address that is connected to. */
  reach?: (providerUrl: string) => Promise<string>;
  providerTimeoutMs?: number;
}

/**
 * CodeSpar as it is with real providers, and the providers emulated: every arrow is HTTP over a socket. The two sides share
 * nothing but the clock.
 */
export async function liveWorld(
  id: string,
  { reach = async (url) => url, providerTimeoutMs = 2_000 }: LiveWorldOptions = {},
) {
  const definition = connectors.get(id);
  if (definition === undefined) throw new RangeError(`${id} cannot be connected.`);
  const sandbox = createSandbox({ seed: 7, now: Date.now() });
  const emulator = createEmulator({ sandbox, providers: [id] });
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  const emulated = await serveEmulator({ emulator, onError });
  const providerUrl = emulated.urls.get(id) ?? "";
  const credential = await emulator.credential(id, sellerAccount);

  const provider = connect(definition, {
    environment: "test",
    baseUrl: await reach(providerUrl),
    clock: sandbox.clock,
  });
  const codespar = await startCodeSpar({
    definition,
    provider,
    clock: sandbox.clock,
    providerTimeoutMs,
    onError,
  });
  const credentials = await emulator.connection(id, sellerAccount, webhookSecret);
  await codespar.connect(credentials);
  await emulator.addWebhook(id, sellerAccount, {
    url: `${codespar.url}/v1/webhooks/${id}/endpoint-token`,
    secret: credentials[webhooks.get(id)?.secretField ?? ""] ?? webhookSecret,
  });
  return {
    sandbox,
    emulator,
    providerUrl,
    credential,
    credentials,
    provider,
    errors,
    ...codespar,
    /** Moves the world on; what the provider sends has arrived, and what we send of it, when this returns. */
    async advance(duration: Duration) {
      await sandbox.clock.advance(duration);
      await codespar.work();
    },
    async close() {
      await codespar.close();
      await emulated.close();
      emulator.close();
      await sandbox.close();
    },
  };
}

interface CodeSparOptions {
  definition: ConnectorDefinition;
  provider: ConnectedProvider;
  clock: { now(): number };
  providerTimeoutMs: number;
  onError(error: unknown): void;
}

async function startCodeSpar({ definition, provider, clock, providerTimeoutMs, onError }: CodeSparOptions) {
  const { id } = definition;
  const store = memoryStore();
  const backend = createBackend({
    store,
    providers: [provider],
    translators,
    clock,
    timers: systemTimers,
    ids: timeOrderedIds(clock, secureRandom()),
    livemode: false,
    keyring: { current: "test", keys: { test: btoa("\0".repeat(32)) } },
    providerTimeoutMs,
    deliver: async ({ url, headers, body, signal }) => {
      const response = await fetch(url, { method: "POST", headers: { ...headers }, body, signal });
      await response.body?.cancel();
      return { status: response.status };
    },
    onError,
  });
  const apiKey = "csk_test_live_world";
  const { organisation } = await backend.organisations.create({ plan: "growth", apiKey });
  const api = createFetchHandler({ handle: backend.handle });
  const inbound = webhooks.get(id);
  const keys = new WebhookKeys(clock);
  const responses: number[] = [];
  const paths: string[] = [];
  let stored: Record<string, string> | undefined;

  /** What a gateway does with `/v1/webhooks/<server>/<token>`: verify, respond, read back, and only then believe. */
  async function takeWebhook(request: Request): Promise<Response> {
    const headers = Object.fromEntries(request.headers);
    const webhook = {
      url: request.url,
      query: new URL(request.url).search.slice(1),
      headers,
      body: await request.text(),
    };
    const credentials = stored;
    if (inbound === undefined || credentials === undefined) return new Response(null, { status: 404 });
    const subjects = await verifyWebhook({
      definition: inbound,
      webhook,
      credentials,
      environment: "test",
      now: clock.now(),
      readKey: (renew) =>
        keys.read({
          definition: inbound,
          provider,
          renew,
          account: organisation.id,
          credentials,
          signal: AbortSignal.timeout(5_000),
        }),
    });
    if (subjects === undefined) return new Response(null, { status: 401 });
    for (const subject of subjects) {
      const facts = await resolveWebhook({
        definition: inbound,
        provider,
        subject,
        account: organisation.id,
        credentials,
        signal: AbortSignal.timeout(5_000),
        now: clock.now(),
        findOperation: async (kind, documentId) =>
          (await store.findDocument(organisation.id, kind, documentId))?.operationId,
      });
      for (const fact of facts) await backend.receive(fact);
    }
    return new Response(null, { status: 200 });
  }

  const listener = await startListener({
    port: 0,
    hostname: "127.0.0.1",
    async serve(request) {
      if (!new URL(request.url).pathname.startsWith(`/v1/webhooks/${id}/`)) return api(request);
      paths.push(new URL(request.url).pathname);
      const response = await takeWebhook(request);
      responses.push(response.status);
      return response;
    },
  });
  const client = new CodeSpar({ apiKey, baseUrl: listener.url, maxRetries: 0 });

  /** Stores the credentials as a person would, and remembers them for the webhook's endpoint. */
  async function connectAccount(credentials: Record<string, string>): Promise<void> {
    stored = credentials;
    await client.connections.create({ server_id: id, credentials });
  }

  async function work(): Promise<void> {
    await backend.tick();
    await backend.sendDeliveries();
  }

  return {
    backend,
    store,
    client,
    apiKey,
    connect: connectAccount,
    organisation: organisation.id,
    url: listener.url,
    webhookResponses: responses,
    webhookPaths: paths,
    work,
    close: () => listener.close(1_000),
  };
}
