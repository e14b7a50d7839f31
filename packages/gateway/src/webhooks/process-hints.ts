import type { Backend, Clock, Job, Store } from "@codespar/backend";
import type { ProviderWebhook } from "@codespar/backend/ports";
import { type ConnectedProvider, resolveWebhook, webhooks } from "@codespar/providers/connect";
import type { Log } from "../logging/json-log.ts";
import { hintKind, type WebhookHint } from "./webhook-hint.ts";

export interface ProcessHintsOptions {
  store: Pick<Store, "findDocument" | "findOperation" | "finishJob" | "takeJobs">;
  backend: Pick<Backend, "receive" | "webhookEndpoints">;
  /** The provider of a server in the environment of an account; undefined when it is switched off. */
  connectedFor(server: string, account: string): Promise<ConnectedProvider | undefined>;
  clock: Clock;
  log: Log;
}

const batch = 32;
/** Objects of one account that are read at a time. */
const mostPerAccount = 4;
const leaseMs = 60_000;
const readTimeoutMs = 30_000;
/** A provider that cannot be asked is asked again after 1 s, 2 s, 4 s … up to an hour, for about a day. */
const longestWaitMs = 3_600_000;
const mostAttempts = 36;

/** Reads back what webhooks hinted at, and hands on what is true. Several processes may do so on one store. */
export function hintProcessor({ store, backend, connectedFor, clock, log }: ProcessHintsOptions) {
  return async function processHints(): Promise<void> {
    for (;;) {
      const now = clock.now();
      const jobs = await store.takeJobs(hintKind, now, batch, now + leaseMs, mostPerAccount);
      if (jobs.length === 0) return;
      await Promise.all(jobs.map(processHint));
    }
  };

  async function processHint(job: Job): Promise<void> {
    const hint: WebhookHint = JSON.parse(job.payload);
    try {
      for (const fact of await readBack(hint)) {
        if (await isOwnFact(fact, hint)) await backend.receive(fact);
      }
      await store.finishJob(job.id);
    } catch (error) {
      const isLast = job.attempts >= mostAttempts;
      const fields = { provider: hint.server, connection: hint.connectionId, attempts: job.attempts };
      if (isLast) log.error("a webhook could not be read back, and is given up", error, fields);
      else log.warn("a webhook could not be read back yet", { ...fields, reason: getReason(error) });
      const waitMs = Math.min(1000 * 2 ** Math.max(0, job.attempts - 1), longestWaitMs);
      await store.finishJob(job.id, isLast ? undefined : clock.now() + waitMs);
    }
  }

  async function readBack({
    organisation,
    connectionId,
    server,
    subject,
  }: WebhookHint): Promise<ProviderWebhook[]> {
    const definition = webhooks.get(server);
    const connected = await backend.webhookEndpoints.read(organisation, connectionId);
    if (definition === undefined || connected === undefined) return [];
    const { account, credentials } = connected;
    const provider = await connectedFor(server, account);
    if (provider === undefined) return [];
    return resolveWebhook({
      definition,
      provider,
      subject,
      account,
      credentials,
      signal: AbortSignal.timeout(readTimeoutMs),
      now: clock.now(),
      findOperation: async (kind, id) => (await store.findDocument(organisation, kind, id))?.operationId,
    });
  }

  /**
   * Whether the operation was this account's at this provider. A reference is text that the owner of the account can write: it
   * must not make an event of another's.
   */
  async function isOwnFact({ operationId, provider }: ProviderWebhook, hint: WebhookHint): Promise<boolean> {
    const connected = await backend.webhookEndpoints.read(hint.organisation, hint.connectionId);
    const operation = await store.findOperation(operationId);
    const isOwn =
      operation !== undefined &&
      operation.organisation === hint.organisation &&
      operation.account === connected?.account &&
      operation.provider === provider;
    if (!isOwn) log.warn("a webhook names an operation that is not its account's", { provider });
    return isOwn;
  }
}

function getReason(error: unknown): string {
  return error instanceof Error ? error.message : `a thrown ${typeof error}`;
}
