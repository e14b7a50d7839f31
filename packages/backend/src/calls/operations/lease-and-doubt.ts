import { isRepeatable, type Risk } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import { ApiError, apiError } from "../../platform/api-error.ts";
import { StoreFailure } from "../../ports/store-failure.ts";
import type { Operation } from "../../store/operation.ts";

/** The lease is another's now: whatever this worker still knows, it must not act on it. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

const marginMs = 5_000;

/** How long a worker may take between two marks: the provider's time-out and a margin. */
export function leaseUntil({ providerTimeoutMs }: BackendContext, now: number): number {
  return now + providerTimeoutMs + marginMs;
}

/**
 * Keeps the lease of work that makes several calls: asked before each, it buys more time when the rest would not do.
 * Rejects with `LeaseLost` once another has taken over.
 */
export function leaseKeeper(context: BackendContext, operation: Operation): () => Promise<void> {
  const { store, clock, providerTimeoutMs } = context;
  let until = operation.leaseUntil;
  return async () => {
    const now = clock.now();
    if (until - now >= providerTimeoutMs) return;
    const extended = leaseUntil(context, now);
    if (!(await store.extendLease(operation.id, operation.lease, extended))) throw new LeaseLost();
    until = extended;
  };
}

/**
 * Waits until another worker has settled the operation, for a lease and a half at most: one that died holds its lease
 * for that long. Returns the operation as it is then, settled or not. Rejects when the caller's signal aborts.
 */
export async function waitUntilSettled(
  context: BackendContext,
  id: string,
  signal?: AbortSignal,
): Promise<Operation> {
  const { store, timers, providerTimeoutMs } = context;
  const limit = new AbortController();
  const leave = () => limit.abort(signal?.reason);
  if (signal?.aborted) leave();
  signal?.addEventListener("abort", leave, { once: true });
  const cancel = timers.after(providerTimeoutMs * 1.5 + 10_000, () =>
    limit.abort(new Error("Waited for long.")),
  );
  try {
    return await store.waitForOperation(id, limit.signal);
  } catch (error) {
    if (signal?.aborted || !limit.signal.aborted) throw error;
    const operation = await store.findOperation(id);
    if (operation === undefined) throw error;
    return operation;
  } finally {
    cancel();
    signal?.removeEventListener("abort", leave);
  }
}

/** The end of an operation, also when another worker takes it over. */
export async function orWaitUntilSettled(
  context: BackendContext,
  id: string,
  work: Promise<Operation>,
): Promise<Operation> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof LeaseLost) return waitUntilSettled(context, id);
    throw error;
  }
}

interface DoubtfulCall {
  tool: string;
  /** The idempotency key. */
  key: string;
  /** Absent when it is not known whether the operation began. */
  operationId?: string | undefined;
  risk: Risk;
}

/**
 * Does work after which the call may have happened. When the work breaks, for instance because the store does not take the
 * end, that is no failure: the caller hears `outcome_unknown`, and the repetition under the same key finds out.
 */
export async function inDoubt<Result>(
  context: Pick<BackendContext, "reportError">,
  { tool, key, operationId, risk }: DoubtfulCall,
  work: Promise<Result>,
): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const hasNotBegun = operationId === undefined && error instanceof StoreFailure && error.hadNoEffect;
    if (hasNotBegun || error instanceof ApiError || error instanceof LeaseLost || isRepeatable(risk))
      throw error;
    context.reportError(error);
    throw apiError(
      "outcome_unknown",
      `Something went wrong here, and ${tool} may or may not have been done. Repeat the call with the same idempotency key, or call toolCalls.reconcile with it.`,
      { ...(operationId === undefined ? {} : { tool_call_id: operationId }), idempotency_key: key },
    );
  }
}
