import type { BackendContext } from "../../context.ts";
import { type Credentials, type Provider, ProviderUnavailable } from "../../ports/provider.ts";
import type { Job } from "../../store/job.ts";
import { getAccount } from "../../store/ownership.ts";
import type { ConnectionRecord } from "../../store/record.ts";
import { expireConnection } from "./expire-connection.ts";
import { type Refresh, refreshKind } from "./refresh-later.ts";
import { renewConnection } from "./store-connection.ts";

const batch = 32;
const leaseMs = 60_000;
const timeoutMs = 30_000;
const longestWaitMs = 3_600_000;

/** Renews the credentials that are due. Returns how many there were. */
export async function processRefreshes(context: BackendContext): Promise<number> {
  const now = context.clock.now();
  const jobs = await context.store.takeJobs(refreshKind, now, batch, now + leaseMs);
  await Promise.all(jobs.map((job) => processRefresh(context, job)));
  return jobs.length;
}

async function processRefresh(context: BackendContext, job: Job): Promise<void> {
  const { store, clock, providers, reportError } = context;
  const { organisation, connectionId, expiresAt }: Refresh = JSON.parse(job.payload);
  const record = await store.readRecord("connection", organisation, connectionId);
  const provider = record === undefined ? undefined : providers.get(record.server);
  if (record === undefined || record.expiresAt !== expiresAt || provider?.refreshCredentials === undefined) {
    return store.finishJob(job.id);
  }
  if (record.refreshStartedAt !== null && record.refreshStartedAt !== undefined) {
    // the first refresh has not come back: its token may have been used, and is not used twice
    await expireConnection(context, record, "not_renewed");
    return store.finishJob(job.id);
  }
  // noted before anything leaves; the writer that loses leaves it to the other
  const started = { ...record, refreshStartedAt: clock.now() };
  if (!(await store.replaceRecord("connection", started))) return store.finishJob(job.id, clock.now() + 1000);
  try {
    await refresh(context, { ...started, version: started.version + 1 }, provider);
    await store.finishJob(job.id);
  } catch (error) {
    const current = await store.readRecord("connection", organisation, connectionId);
    if (current === undefined || current.expiresAt !== expiresAt) return store.finishJob(job.id);
    if (error instanceof ProviderUnavailable && clock.now() < expiresAt) {
      // nothing was done with the token: it is tried again as long as there is time
      await store.replaceRecord("connection", { ...current, refreshStartedAt: null });
      const waitMs = Math.min(1000 * 2 ** Math.max(0, job.attempts - 1), longestWaitMs);
      return store.finishJob(job.id, clock.now() + waitMs);
    }
    reportError(error);
    await expireConnection(context, current, "not_renewed");
    await store.finishJob(job.id);
  }
}

async function refresh(context: BackendContext, record: ConnectionRecord, provider: Provider): Promise<void> {
  const { id, organisation, server, tenant, encrypted } = record;
  const account = getAccount(organisation, tenant);
  const secret = await context.vault.decrypt({ organisation, record: id, purpose: server }, encrypted);
  // encrypted by `storeConnection`, which takes text fields alone
  const credentials = JSON.parse(secret) as Credentials;
  const signal = AbortSignal.timeout(timeoutMs);
  const renewed = await provider.refreshCredentials?.(credentials, { account, signal });
  if (renewed === undefined) return expireConnection(context, record, "not_renewed");
  // credentials stored meanwhile win
  await renewConnection(context, record, { ...credentials, ...renewed.credentials }, renewed.expiresAt);
}
