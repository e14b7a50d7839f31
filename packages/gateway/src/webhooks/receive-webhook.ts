import type { Backend, Clock, ConnectedAccount, Store } from "@codespar/backend";
import type { Credentials } from "@codespar/backend/ports";
import {
  type ConnectedProvider,
  type InboundWebhook,
  verifyWebhook,
  type WebhookDefinition,
  WebhookKeys,
  type WebhookSubject,
  webhooks,
} from "@codespar/providers/connect";
import type { WebhookApp } from "../config/resolve-config.ts";
import { hintJob } from "./webhook-hint.ts";

export interface ReceiveWebhookOptions {
  endpoints: Backend["webhookEndpoints"];
  /** By provider: apps with one address for all of their accounts. @default none */
  apps?: ReadonlyMap<string, WebhookApp> | undefined;
  store: Pick<Store, "addJob">;
  /** The provider of a server in the environment of an account; undefined when it is switched off. */
  connectedFor(server: string, account: string): Promise<ConnectedProvider | undefined>;
  clock: Clock;
  /** The address that providers were given, without a path: behind a proxy it is not the one that a request came to. */
  publicUrl(): string;
  wake(): void;
}

const address = /^\/v1\/webhooks\/([a-z0-9-]{1,64})\/([\w.-]{1,200})(\/[\w./-]{1,300})?$/;
/** Bytes of a body that are read. */
const largestBody = 1_048_576;
/** Milliseconds for the provider to give the key that verifies. */
const keyTimeoutMs = 5_000;

/** What stands in the place of a connection's token in the address of an app. No token is as short. */
const appToken = "app";

/**
 * The door for providers' webhooks, each connection's own and those of an app that many accounts share. A webhook is verified, noted as
 * a hint, and only then acknowledged; what it says is read back from the provider later. Whatever is wrong with one, the response is
 * the same.
 */
export function receiveWebhook(options: ReceiveWebhookOptions) {
  const { endpoints, store, clock, publicUrl, wake } = options;
  const apps: ReadonlyMap<string, WebhookApp> = options.apps ?? new Map();
  const keys = new WebhookKeys(clock);

  return async function serve(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const [, server = "", token = "", suffix] = address.exec(url.pathname) ?? [];
    const known = webhooks.get(server);
    const definition = suffix === undefined || known?.suffix?.test(suffix) === true ? known : undefined;
    if (request.method === "GET")
      return answerChallenge(definition, { server, token, query: url.searchParams });
    if (request.method !== "POST") return refused();
    const body = await readText(request);
    if (definition === undefined || body === undefined) return refused();
    const webhook: InboundWebhook = {
      url: `${publicUrl()}${url.pathname}${url.search}`,
      query: url.search.slice(1),
      headers: Object.fromEntries(request.headers),
      body,
    };
    const app = token === appToken ? apps.get(server) : undefined;
    const hints =
      app === undefined
        ? await readOwn(definition, token, webhook)
        : await readApps(definition, { [definition.secretField ?? ""]: app.secret }, webhook);
    if (hints === undefined) return refused();
    const now = clock.now();
    for (const { connection, subject } of hints) {
      const { organisation, connectionId } = connection;
      const { kind, id, key, stated } = subject;
      await store.addJob(
        hintJob({ organisation, connectionId, server, subject: { kind, id, key, stated } }, now),
      );
    }
    if (hints.length > 0) wake();
    return Response.json({ received: true });
  };

  /** By the address of one connection; undefined when it is not to be believed. */
  async function readOwn(
    definition: WebhookDefinition,
    token: string,
    webhook: InboundWebhook,
  ): Promise<Hint[] | undefined> {
    const { provider: server } = definition;
    const connection = await endpoints.find(server, token);
    if (connection === undefined) return undefined;
    const { organisation, livemode, credentials } = connection;
    const subjects = await verifyWebhook({
      definition,
      webhook,
      credentials,
      environment: livemode ? "live" : "test",
      now: clock.now(),
      async readKey(renew) {
        const provider = await options.connectedFor(server, organisation);
        if (provider === undefined) return undefined;
        const signal = AbortSignal.timeout(keyTimeoutMs);
        return keys.read({ definition, provider, renew, account: organisation, credentials, signal });
      },
    });
    return subjects?.map((subject) => ({ connection, subject }));
  }

  /** By the app's secret: whose account each subject is says the body. One that nobody has connected is acknowledged and dropped. */
  async function readApps(
    definition: WebhookDefinition,
    credentials: Credentials,
    webhook: InboundWebhook,
  ): Promise<Hint[] | undefined> {
    const hints: Hint[] = [];
    let isBelieved = false;
    for (const environment of ["live", "test"] as const) {
      const now = clock.now();
      const subjects = await verifyWebhook({ definition, webhook, credentials, environment, now });
      if (subjects === undefined) continue;
      isBelieved = true;
      for (const subject of subjects) {
        if (subject.account === undefined) continue;
        for (const connection of await endpoints.findByAccount(definition.provider, subject.account))
          if (connection.livemode === (environment === "live")) hints.push({ connection, subject });
      }
    }
    return isBelieved ? hints : undefined;
  }

  /** The provider asks whether the address is ours before it sends anything there. */
  async function answerChallenge(
    definition: WebhookDefinition | undefined,
    { server, token, query }: { server: string; token: string; query: URLSearchParams },
  ): Promise<Response> {
    if (definition?.answerChallenge === undefined) return refused();
    const app = token === appToken ? apps.get(server) : undefined;
    const credentials =
      app === undefined
        ? (await endpoints.find(server, token))?.credentials
        : { verify_token: app.verifyToken ?? "" };
    const answer = credentials && definition.answerChallenge(query, credentials);
    return answer === undefined
      ? refused()
      : new Response(answer, { headers: { "content-type": "text/plain" } });
  }
}

interface Hint {
  connection: Pick<ConnectedAccount, "connectionId" | "organisation">;
  subject: WebhookSubject;
}

/** Who forges one learns nothing: not whether the address, the signature or the body was wrong. */
function refused(): Response {
  return Response.json({ received: false }, { status: 401 });
}

/** The body exactly as it arrived; undefined for one that is too long or no UTF-8: no signature over it can be checked. */
async function readText(request: Request): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of request.body ?? []) {
    length += piece.byteLength;
    if (length > largestBody) return undefined;
    pieces.push(piece);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.concat(pieces));
  } catch {
    return undefined;
  }
}
