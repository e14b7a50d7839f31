import type { BackendContext } from "../../context.ts";
import { circuitName } from "../../store/connection-name.ts";

/** Failures in a row after which a connection is skipped. */
const threshold = 5;
/** For how long it is skipped. Then it is tried again, and one more failure skips it for as long again. */
const openMs = 30_000;

/** An account at a provider: the circuit breaker belongs to it, so that one account's bad key does not affect another. */
export interface Circuit {
  provider: string;
  account: string;
}

/** Whether the circuit breaker lets a call through. */
export async function isHealthy(
  { store, clock }: BackendContext,
  { provider, account }: Circuit,
): Promise<boolean> {
  const health = await store.readProviderHealth(circuitName(provider, account));
  return health === undefined || health.openUntil <= clock.now();
}

/** Records that the provider responded, even if with a refusal, or that it was down or did not respond. */
export async function recordHealth(
  { store, clock }: BackendContext,
  { provider, account }: Circuit,
  hasAnswered: boolean,
): Promise<void> {
  const name = circuitName(provider, account);
  const before = (await store.readProviderHealth(name))?.failures ?? 0;
  if (hasAnswered) {
    if (before > 0) await store.recordProviderOutcome(name, { failures: 0, openUntil: 0 });
    return;
  }
  const failures = before + 1;
  const openUntil = failures >= threshold ? clock.now() + openMs : 0;
  await store.recordProviderOutcome(name, { failures, openUntil });
}
