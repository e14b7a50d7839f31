import type { Backend } from "@codespar/backend";
import { systemTimers } from "@codespar/backend";
import type { ProviderWebhook, Timers } from "@codespar/backend/ports";
import type { DueWork, SimulatedProvider, SimulationState } from "@codespar/providers/simulated";
import type { MovableClock } from "../controls/clock.ts";
import { createPatience, type Patience } from "./patience.ts";

export interface WorkerOptions {
  backend: Backend;
  clock: MovableClock;
  state: SimulationState;
  providers: ReadonlyMap<string, SimulatedProvider>;
  /** Looks for due work by itself; absent when the clock stands still. */
  background?: Timers | undefined;
  /** Sends the webhooks of emulated providers that are due. */
  sendWebhooks(): Promise<void>;
  onError(error: unknown): void;
}

/** Longest time after which a wall-clock sandbox looks for due work, in milliseconds. */
const longestSleepMs = 60_000;

/** Real milliseconds that one advance of the clock waits for receivers of webhooks, all in all. */
const longestWaitMs = 20_000;

/** Makes happen what falls due: at the simulated providers first, then in the backend that hears of it. */
export function createWorker({
  backend,
  clock,
  state,
  providers,
  background,
  sendWebhooks,
  onError,
}: WorkerOptions) {
  let webhooks: ProviderWebhook[] = [];
  /** Work that somebody waits for, in turn: each piece starts when the one before has ended. */
  let queue: Promise<void> = Promise.resolve();
  const sends = new Set<Promise<void>>();
  let isQueued = false;
  let isBusy = 0;
  let advancing: Promise<void> = Promise.resolve();
  let isAdvancing = 0;
  /** Pieces of work that nobody waits for. */
  let inBackground = 0;
  /** Notices that the store has taken in already wait for a tick. */
  let hasStoredWork = false;
  let disarm: (() => void) | undefined;
  let armedFor = Number.POSITIVE_INFINITY;
  let isStopped = false;

  function enqueue(work: () => Promise<void>): Promise<void> {
    isBusy += 1;
    const done = queue.then(work).finally(() => {
      isBusy -= 1;
    });
    queue = done.catch(() => {});
    return done;
  }

  /** One thing that is due at the providers: taken and done in one transaction. False when there was none. */
  function runNext(): boolean {
    let due: DueWork | undefined;
    try {
      state.transaction(() => {
        due = state.takeDue(clock.now());
        if (due !== undefined) providers.get(due.server)?.runDue(due);
      });
    } catch (error) {
      onError(error);
      // what cannot be done, and was put back, must not stand before all that comes after it
      const next = state.takeDue(clock.now());
      if (next !== undefined && JSON.stringify(next) !== JSON.stringify(due)) state.schedule(next);
    }
    return due !== undefined;
  }

  /** Whether something has come about that is no event yet. */
  function isDue(): boolean {
    return webhooks.length > 0 || hasStoredWork || (state.nextDueAt() ?? Infinity) <= clock.now();
  }

  /** What is due at the providers, and what they report of it; `work` has the backend hear of it. */
  async function untilNothingIsDue(work: () => Promise<void>): Promise<void> {
    do {
      while (runNext()) {
        // until nothing is due
      }
      const taken = webhooks;
      webhooks = [];
      hasStoredWork = false;
      for (const webhook of taken) await backend.receive(webhook);
      await work();
    } while (isDue());
  }

  /** Everything that is due at the clock's time, calls that ask slow providers among it. */
  const workOff = () => untilNothingIsDue(backend.tick);
  /** What a request is to see of the world, and no call that others wait for. */
  const catchUp = () => untilNothingIsDue(backend.processProviderWebhooks);

  async function nextDueAt(after: number): Promise<number> {
    return Math.min(state.nextDueAt() ?? Infinity, (await backend.nextDueAt(after)) ?? Infinity);
  }

  /** Beside those that are on their way: a slow receiver keeps nobody else's waiting. */
  function sendDeliveries(): Promise<void> {
    if (isStopped) return Promise.resolve();
    const sent = Promise.all([backend.sendDeliveries(), sendWebhooks()]).then(() => {});
    const ended = sent.catch(() => {}).finally(() => sends.delete(ended));
    sends.add(ended);
    return sent;
  }

  async function goOn(ms: number): Promise<void> {
    const target = clock.now() + ms;
    const patience = createPatience(systemTimers, longestWaitMs);
    const workAndSend = () => workAndSendFor(patience);
    for (;;) {
      const since = clock.now();
      await workAndSend();
      if (inBackground > 0) {
        // what it has taken up is of this moment; only a slow provider may keep it longer than one turn
        await new Promise<void>((resolve) => systemTimers.after(0, resolve));
        await workAndSend();
      }
      const next = await nextDueAt(since);
      // work that stays due after it was done waits for something else than the clock
      if (next <= since || next > target) break;
      clock.moveTo(next);
    }
    clock.moveTo(target);
    await workAndSend();
  }

  /** Waits for the deliveries too, those that were on their way among them, for as long as the patience lasts. */
  async function workAndSendFor(patience: Patience): Promise<void> {
    await enqueue(workOff);
    const sent = sendDeliveries();
    await patience.wait(Promise.all([sent, ...sends]));
  }

  /** Waits for the events, and for no delivery. */
  async function notifyNow(): Promise<void> {
    await enqueue(catchUp);
    sendDeliveries().catch(onError);
  }

  async function workAndArm(): Promise<void> {
    const since = clock.now();
    inBackground += 1;
    await workOff().finally(() => {
      inBackground -= 1;
    });
    const sent = sendDeliveries();
    if (background !== undefined) armFor(await nextDueAt(since));
    await sent;
  }

  /** Nobody waits for it; when it fails, it is looked at again. */
  function workUnawaited(): void {
    workAndArm().catch((error) => {
      onError(error);
      armFor(clock.now() + longestSleepMs);
    });
  }

  /** One alarm at a time, for the earliest. */
  function armFor(at: number | undefined): void {
    if (background === undefined || isStopped || at === undefined || at >= armedFor) return;
    disarm?.();
    armedFor = at;
    const delayMs = Math.min(Math.max(0, at - clock.now()), longestSleepMs);
    disarm = background.after(delayMs, () => {
      armedFor = Number.POSITIVE_INFINITY;
      disarm = undefined;
      workUnawaited();
    });
  }

  function settle(): Promise<void> {
    if (isDue()) return notifyNow();
    // a receiver may well call back before it responds, and must not wait for its own delivery
    if (isAdvancing > 0 && sends.size === 0) return advancing;
    return isBusy > 0 ? queue : Promise.resolve();
  }

  return {
    /** A webhook is in the store, and waits for a tick. */
    noteWork(): void {
      hasStoredWork = true;
    },
    addWebhook(webhook: ProviderWebhook): void {
      webhooks.push(webhook);
    },
    settle,
    /** When something falls due next, after what is due now. */
    async nextDueAt(): Promise<number | undefined> {
      const next = await nextDueAt(clock.now());
      return next === Infinity ? undefined : next;
    },
    /** What providers reported during a call becomes events before its response is given. */
    async processProviderWebhooks(): Promise<void> {
      if (webhooks.length > 0 || hasStoredWork) await notifyNow();
      else if (isBusy > 0) await queue;
    },
    /** The backend has work; it is done soon, and nobody waits for it. */
    wake(): void {
      if (isQueued || isStopped) return;
      isQueued = true;
      queueMicrotask(() => {
        isQueued = false;
        workUnawaited();
      });
    },
    /** Goes on to a later time, stopping wherever something falls due. Two at once follow each other. */
    advance(ms: number): Promise<void> {
      isAdvancing += 1;
      const done = advancing
        .then(() => goOn(ms))
        .finally(() => {
          isAdvancing -= 1;
        });
      advancing = done.catch(() => {});
      return done;
    },
    /** Sets the alarm for what falls due next at the providers, where the clock runs by itself. */
    arm(): void {
      armFor(state.nextDueAt());
    },
    stop(): void {
      isStopped = true;
      disarm?.();
    },
  };
}
