import type { BackendContext } from "../../context.ts";
import type { Operation } from "../../store/operation.ts";
import { LeaseLost } from "./lease.ts";

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
