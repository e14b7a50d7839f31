import type { Backend, Clock, Timers } from "@codespar/backend";

export interface WorkerOptions {
  backend: Pick<Backend, "nextDueAt" | "sendDeliveries" | "tick">;
  clock: Clock;
  timers: Timers;
  /** Longest time between two looks at the store: what another process left behind is found by then. @default 5_000 */
  pollMs?: number | undefined;
  /** Called with what made a run fail. It is tried again, after 1 s, 2 s, 4 s … up to a minute. */
  onError(error: unknown): void;
}

/** Processes what falls due. */
export interface Worker {
  /** There is work now or soon. */
  wake(): void;
  /** Milliseconds since the epoch of the last run that ended well; undefined when there was none. */
  readonly lastRunAt: number | undefined;
  /** Takes up nothing more. Resolves once what is under way has ended. */
  stop(): Promise<void>;
}

/** Runs at the same time: a slow provider holds up its own run, and the others go on beside it. */
const mostRuns = 8;
const longestRetryMs = 60_000;

/** Calls `tick` and `sendDeliveries` whenever something is due; the first run is at once. */
export function startWorker({ backend, clock, timers, pollMs = 5_000, onError }: WorkerOptions): Worker {
  const underWay = new Set<Promise<void>>();
  let runs = 0;
  let failures = 0;
  let isQueued = false;
  /** Woken while as many runs as may be were under way. */
  let isWaiting = false;
  let isStopped = false;
  let lastRunAt: number | undefined;
  let disarm: (() => void) | undefined;
  let armedFor = Number.POSITIVE_INFINITY;

  function track(work: Promise<void>): void {
    const ended = work.catch(onError).finally(() => underWay.delete(ended));
    underWay.add(ended);
  }

  async function run(): Promise<void> {
    runs += 1;
    const since = clock.now();
    try {
      await backend.tick();
      if (!isStopped) track(backend.sendDeliveries());
      lastRunAt = clock.now();
      failures = 0;
      armFor(Math.min((await backend.nextDueAt(since)) ?? Number.POSITIVE_INFINITY, clock.now() + pollMs));
    } catch (error) {
      onError(error);
      failures += 1;
      armFor(clock.now() + Math.min(1000 * 2 ** (failures - 1), longestRetryMs));
    } finally {
      runs -= 1;
      if (isWaiting) {
        isWaiting = false;
        wake();
      }
    }
  }

  /** One alarm at a time, for the earliest. */
  function armFor(at: number): void {
    if (isStopped || at >= armedFor) return;
    disarm?.();
    armedFor = at;
    disarm = timers.after(Math.min(Math.max(0, at - clock.now()), longestRetryMs), () => {
      armedFor = Number.POSITIVE_INFINITY;
      disarm = undefined;
      start();
    });
  }

  function start(): void {
    if (isStopped) return;
    if (runs >= mostRuns) isWaiting = true;
    else track(run());
  }

  function wake(): void {
    // a store that fails is left alone until its next turn
    if (isQueued || isStopped || failures > 0) return;
    isQueued = true;
    queueMicrotask(() => {
      isQueued = false;
      start();
    });
  }

  wake();
  return {
    wake,
    get lastRunAt() {
      return lastRunAt;
    },
    async stop() {
      isStopped = true;
      disarm?.();
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
