import type { Clock, Store, Timers } from "@codespar/backend";
import type { Worker } from "@codespar/node-runtime";

export interface ReadinessOptions {
  store: Pick<Store, "nextDueAt">;
  worker: Pick<Worker, "lastRunAt">;
  clock: Clock;
  timers: Timers;
}

export interface Readiness {
  isReady: boolean;
  checks: { store: "failing" | "ok"; worker: "ok" | "stale" };
}

/** A verdict is good for this long, so that asking cannot load the database. */
const freshMs = 1_000;
const storeTimeoutMs = 2_000;
/** A worker that has ended no run for this long is stuck, or its store fails. */
const staleMs = 120_000;

/** Whether this process can take requests: its store responds, and its worker goes on. */
export function createReadiness({
  store,
  worker,
  clock,
  timers,
}: ReadinessOptions): () => Promise<Readiness> {
  let asked: { at: number; verdict: Promise<Readiness> } | undefined;

  async function look(): Promise<Readiness> {
    const isStoreFine = await withTimeout(timers, storeTimeoutMs, store.nextDueAt());
    const { lastRunAt } = worker;
    const isWorkerFine = lastRunAt !== undefined && clock.now() - lastRunAt < staleMs;
    return {
      isReady: isStoreFine && isWorkerFine,
      checks: { store: isStoreFine ? "ok" : "failing", worker: isWorkerFine ? "ok" : "stale" },
    };
  }

  return function readiness() {
    if (asked === undefined || Math.abs(clock.now() - asked.at) >= freshMs) {
      asked = { at: clock.now(), verdict: look() };
    }
    return asked.verdict;
  };
}

/** Whether the work ends well in time. */
function withTimeout(timers: Timers, timeoutMs: number, work: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const cancel = timers.after(timeoutMs, () => resolve(false));
    const end = (isFine: boolean) => {
      cancel();
      resolve(isFine);
    };
    work.then(
      () => end(true),
      () => end(false),
    );
  });
}
