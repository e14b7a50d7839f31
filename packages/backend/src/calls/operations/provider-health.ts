import { type ResolvedConnection, resolveConnection } from "../../accounts/connections/resolve-connection.ts";
import type { BackendContext } from "../../context.ts";
import { busy } from "../../platform/provider-slots.ts";
import { circuitName } from "../../store/ownership.ts";
import type { SessionRecord } from "../../store/store.ts";
import type { Candidate } from "../router/tool-plan.ts";
import { type AttemptResult, ownFault } from "./translate.ts";
import { needsConnection, type Skipped } from "./unavailable.ts";

/** Failures in a row after which a connection is skipped. */
const threshold = 5;
/** For how long it is skipped. Then it is tried again, and one more failure skips it for as long again. */
const openMs = 30_000;

/** A provider that asks to be left alone is, for no longer than this. */
const longestAskedMs = 300_000;

/** An account at a provider: the circuit breaker belongs to it, so that one account's bad key does not affect another. */
interface Circuit {
  provider: string;
  account: string;
}

/** Whether the circuit breaker lets a call through. */
async function isHealthy({ store, clock }: BackendContext, { provider, account }: Circuit): Promise<boolean> {
  const health = await store.readProviderHealth(circuitName(provider, account));
  return health === undefined || health.openUntil <= clock.now();
}

/** Records that the provider responded, even if with a refusal, or that it was down or did not respond. */
async function recordHealth(
  { store, clock }: BackendContext,
  { provider, account }: Circuit,
  response: { hasResponded: boolean; retryAfterMs?: number | undefined },
): Promise<void> {
  const name = circuitName(provider, account);
  const before = (await store.readProviderHealth(name))?.failures ?? 0;
  if (response.hasResponded) {
    if (before > 0) await store.recordProviderOutcome(name, { failures: 0, openUntil: 0 });
    return;
  }
  const failures = before + 1;
  const askedMs = Math.min(response.retryAfterMs ?? 0, longestAskedMs);
  const skippedMs = Math.max(askedMs, failures >= threshold ? openMs : 0);
  const openUntil = skippedMs === 0 ? 0 : clock.now() + skippedMs;
  await store.recordProviderOutcome(name, { failures, openUntil });
}

/**
 * The connection for a candidate, or why it has none; the other candidates are tried regardless. `mayBeSkipped`: there
 * are others, so that a connection that has failed too often recently is left alone.
 */
export async function connectCandidate(
  { context, session }: { context: BackendContext; session: SessionRecord },
  { provider: { id } }: Candidate,
  mayBeSkipped: boolean,
): Promise<{ connection: ResolvedConnection } | { skipped: Skipped }> {
  try {
    const connection = await resolveConnection(context, session, id);
    if (connection === undefined) return { skipped: { id, reason: needsConnection } };
    if (mayBeSkipped && !(await isHealthy(context, { provider: id, account: connection.account })))
      return { skipped: { id, reason: "circuit_open" } };
    return { connection };
  } catch (error) {
    context.reportError(error);
    return { skipped: { id, reason: ownFault } };
  }
}

/** An attempt that got a response, even a refusal. */
type CompletedAttempt = Extract<AttemptResult, { outcome: "done" | "refused" }>;

/** Records what an attempt says about the connection's health. Returns the attempt, or why it failed. */
export async function recordProviderHealth(
  context: BackendContext,
  circuit: Circuit,
  attemptResult: AttemptResult,
): Promise<{ completed: CompletedAttempt } | { failed: string }> {
  switch (attemptResult.outcome) {
    case "done":
      await recordHealth(context, circuit, { hasResponded: true });
      return { completed: attemptResult };
    case "refused":
      // what did not leave says nothing of the provider
      if (attemptResult.hasLeft) await recordHealth(context, circuit, { hasResponded: true });
      return { completed: attemptResult };
    case "silent":
      // our own limit says nothing of the provider
      if (attemptResult.reason !== busy) {
        const { retryAfterMs } = attemptResult;
        await recordHealth(context, circuit, { hasResponded: false, retryAfterMs });
      }
      return { failed: attemptResult.reason };
    case "faulty":
      // not the provider's failure: its circuit stays as it is
      context.reportError(attemptResult.error);
      return { failed: ownFault };
    default:
      throw new Error(`Unexpected attempt ${JSON.stringify(attemptResult satisfies never)}.`);
  }
}
