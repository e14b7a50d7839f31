import type { BackendContext } from "../../context.ts";

/** Failures in a row after which a provider is skipped. */
const threshold = 5;
/** For how long. Then it is tried again, and one failure more has it skipped for as long once more. */
const openMs = 30_000;

/** Whether the circuit breaker lets a call through. */
export async function isHealthy({ store, clock }: BackendContext, provider: string): Promise<boolean> {
  const health = await store.readProviderHealth(provider);
  return health === undefined || health.openUntil <= clock.now();
}

/** The provider answered, be it with a refusal. */
export async function recordHealthy({ store }: BackendContext, provider: string): Promise<void> {
  const health = await store.readProviderHealth(provider);
  if (health === undefined || health.failures === 0) return;
  await store.recordProviderOutcome(provider, { failures: 0, openUntil: 0 });
}

/** The provider was down or did not answer. */
export async function recordFailure({ store, clock }: BackendContext, provider: string): Promise<void> {
  const failures = ((await store.readProviderHealth(provider))?.failures ?? 0) + 1;
  await store.recordProviderOutcome(provider, {
    failures,
    openUntil: failures >= threshold ? clock.now() + openMs : 0,
  });
}
