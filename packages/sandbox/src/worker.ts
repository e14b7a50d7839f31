import type { Backend, ProviderNotice, Timers } from "@codespar/backend";
import type { MovableClock } from "./clock.ts";
import type { SimulatedProvider } from "./simulation/simulated-provider.ts";
import type { SimulationState } from "./simulation/simulation-state.ts";

export interface WorkerOptions {
  backend: Backend;
  clock: MovableClock;
  state: SimulationState;
  providers: ReadonlyMap<string, SimulatedProvider>;
  /** Looks for due work by itself; absent when the clock stands still. */
  background?: Timers | undefined;
  onError(error: unknown): void;
}

/** Longest time after which a wall-clock sandbox looks for due work, in milliseconds. */
const longestSleepMs = 60_000;

/** Makes happen what falls due: at the simulated providers first, then in the backend that hears of it. */
export function createWorker({ backend, clock, state, providers, background, onError }: WorkerOptions) {
  let notices: ProviderNotice[] = [];
  /** All work in turn: each piece starts when the one before has ended. */
  let queue: Promise<void> = Promise.resolve();
  let isQueued = false;
  let isBusy = 0;
  let disarm: (() => void) | undefined;
  let isStopped = false;

  function enqueue(work: () => Promise<void>): Promise<void> {
    isBusy += 1;
    const done = queue.then(work).finally(() => {
      isBusy -= 1;
    });
    queue = done.catch(() => {});
    return done;
  }

  /** Everything that is due at the clock's time. */
  async function workOff(): Promise<void> {
    for (;;) {
      for (let due = state.takeDue(clock.now()); due !== undefined; due = state.takeDue(clock.now())) {
        providers.get(due.server)?.runDue(due);
      }
      const taken = notices;
      notices = [];
      for (const notice of taken) await backend.receive(notice);
      await backend.tick();
      if (notices.length === 0 && (state.nextDueAt() ?? Number.POSITIVE_INFINITY) > clock.now()) return;
    }
  }

  async function nextDueAt(): Promise<number> {
    return Math.min(state.nextDueAt() ?? Infinity, (await backend.nextDueAt()) ?? Infinity);
  }

  function settle(): Promise<void> {
    const isDue = notices.length > 0 || (state.nextDueAt() ?? Number.POSITIVE_INFINITY) <= clock.now();
    if (isDue) return enqueue(workOff);
    return isBusy > 0 ? queue : Promise.resolve();
  }

  return {
    addNotice(notice: ProviderNotice): void {
      notices.push(notice);
    },
    settle,
    /** The backend has work; it is done soon, and nobody waits for it. */
    wake(): void {
      if (isQueued || isStopped) return;
      isQueued = true;
      queueMicrotask(() => {
        isQueued = false;
        workOff().catch(onError);
      });
    },
    /** Goes on to a later time, stopping wherever something falls due. */
    advance(ms: number): Promise<void> {
      const target = clock.now() + ms;
      return enqueue(async () => {
        await workOff();
        for (let next = await nextDueAt(); next <= target; next = await nextDueAt()) {
          const before = clock.now();
          clock.moveTo(next);
          await workOff();
          // work that stays due after it was done waits for something else than the clock
          if (clock.now() === before && (await nextDueAt()) <= before) break;
        }
        clock.moveTo(target);
        await workOff();
      });
    },
    /** Sets the alarm for what falls due next, where the clock runs by itself. */
    arm(): void {
      const next = state.nextDueAt();
      if (background === undefined || disarm !== undefined || isStopped || next === undefined) return;
      const delayMs = Math.min(Math.max(0, next - clock.now()), longestSleepMs);
      disarm = background.after(delayMs, () => {
        disarm = undefined;
        settle()
          .then(() => this.arm())
          .catch(onError);
      });
    },
    stop(): void {
      isStopped = true;
      disarm?.();
    },
  };
}
