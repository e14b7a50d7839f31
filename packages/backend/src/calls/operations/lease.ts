import type { BackendContext } from "../../context.ts";
import type { Operation } from "../../store/operation.ts";

/** The lease is another's now: whatever this worker still knows, it must not act on it. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

const marginMs = 5_000;

/** How long a worker may take between two marks: the provider's time-out and a margin. */
export function leaseUntil({ clock, providerTimeoutMs }: BackendContext): number {
  return clock.now() + providerTimeoutMs + marginMs;
}

/**
 * Keeps the lease of work that makes several calls: asked before each, it buys more time when the rest would not do.
 * Rejects with `LeaseLost` once another has taken over.
 */
export function leaseKeeper(context: BackendContext, operation: Operation): () => Promise<void> {
  const { store, clock, providerTimeoutMs } = context;
  let until = operation.leaseUntil;
  return async () => {
    if (until - clock.now() >= providerTimeoutMs) return;
    const extended = leaseUntil(context);
    if (!(await store.extendLease(operation.id, operation.lease, extended))) throw new LeaseLost();
    until = extended;
  };
}
