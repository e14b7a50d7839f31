import type { CodeSpar } from "@codespar/sdk";
import type { Live } from "./use-live.ts";

export interface LiveOptions {
  codespar: CodeSpar;
  /** Milliseconds between two looks for what is no event, such as a call that has begun. */
  everyMs: number;
  /** Least milliseconds between two calls back, however much happens. */
  leastMs: number;
}

/** Milliseconds before a lost stream is opened again, longer each time. */
const [firstPauseMs, longestPauseMs] = [1_000, 30_000];

/** Follows the server's events, and looks at intervals besides; calls back whenever something may have changed. */
export function createLive({ codespar, everyMs, leastMs }: LiveOptions): Live & { start(): () => void } {
  const callbacks = new Set<() => void>();
  const watchers = new Set<() => void>();
  let last = 0;
  let pending: ReturnType<typeof setTimeout> | undefined;
  let isConnected = false;

  function tell(): void {
    pending = undefined;
    last = Date.now();
    for (const callback of [...callbacks]) callback();
  }

  function changed(): void {
    pending ??= setTimeout(tell, Math.max(0, last + leastMs - Date.now()));
  }

  function setConnected(next: boolean): void {
    if (next === isConnected) return;
    isConnected = next;
    for (const watcher of [...watchers]) watcher();
  }

  async function follow(signal: AbortSignal): Promise<void> {
    let lastEventId: string | undefined;
    let pauseMs = firstPauseMs;
    while (!signal.aborted) {
      try {
        const onOpen = () => {
          pauseMs = firstPauseMs;
          setConnected(true);
          // what happened before the stream was open
          changed();
        };
        for await (const { id } of codespar.events.stream({ lastEventId, signal, onOpen })) {
          lastEventId = id;
          changed();
        }
      } catch {
        // a lost connection is opened again; one that is refused shows at the next request
      }
      setConnected(false);
      await pause(pauseMs, signal);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  }

  return {
    onChange(callback) {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
    isConnected: () => isConnected,
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    changed,
    start() {
      const leaving = new AbortController();
      void follow(leaving.signal);
      const look = () => {
        if (document.visibilityState === "visible") changed();
      };
      const timer = setInterval(look, everyMs);
      document.addEventListener("visibilitychange", look);
      return () => {
        leaving.abort();
        clearInterval(timer);
        clearTimeout(pending);
        pending = undefined;
        document.removeEventListener("visibilitychange", look);
      };
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
    signal.addEventListener("abort", done);
  });
}
