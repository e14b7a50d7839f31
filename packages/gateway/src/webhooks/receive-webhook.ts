import type { Backend, Clock, Store } from "@codespar/backend";
import {
  type ConnectedProvider,
  type InboundWebhook,
  verifyWebhook,
  type WebhookDefinition,
  WebhookKeys,
  webhooks,
} from "@codespar/providers/connect";
import { hintJob } from "./webhook-hint.ts";

export interface ReceiveWebhookOptions {
  endpoints: Backend["webhookEndpoints"];
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

/**
 * The door for providers' webhooks. A webhook is verified, noted as a hint, and only then acknowledged; what it says is read back
 * from the provider later. Whatever is wrong with one, the response is the same.
 */
export function receiveWebhook(options: ReceiveWebhookOptions) {
  const { endpoints, store, clock, publicUrl, wake } = options;
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
    const endpoint =
      definition === undefined || body === undefined ? undefined : await endpoints.find(server, token);
    if (definition === undefined || body === undefined || endpoint === undefined) return refused();
    const webhook: InboundWebhook = {
      url: `${publicUrl()}${url.pathname}${url.search}`,
      query: url.search.slice(1),
      headers: Object.fromEntries(request.headers),
      body,
    };
    const { organisation, connectionId, livemode, credentials } = endpoint;
    const environment = livemode ? "live" : "test";
    const now = clock.now();
    const subjects = await verifyWebhook({
      definition,
      webhook,
      credentials,
      environment,
      now,
      async readKey(renew) {
        const provider = await options.connectedFor(server, organisation);
        if (provider === undefined) return undefined;
        const signal = AbortSignal.timeout(keyTimeoutMs);
        return keys.read({ definition, provider, renew, account: organisation, credentials, signal });
      },
    });
    if (subjects === undefined) return refused();
    for (const { kind, id, key, stated } of subjects) {
      const subject = { kind, id, key, stated };
      await store.addJob(hintJob({ organisation, connectionId, server, subject }, now));
    }
    if (subjects.length > 0) wake();
    return Response.json({ received: true });
  };

  /** The provider asks whether the address is ours before it sends anything there. */
  async function answerChallenge(
    definition: WebhookDefinition | undefined,
    { server, token, query }: { server: string; token: string; query: URLSearchParams },
  ): Promise<Response> {
    if (definition?.answerChallenge === undefined) return refused();
    const endpoint = await endpoints.find(server, token);
    const answer = endpoint && definition.answerChallenge(query, endpoint.credentials);
    return answer === undefined
      ? refused()
      : new Response(answer, { headers: { "content-type": "text/plain" } });
  }
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
