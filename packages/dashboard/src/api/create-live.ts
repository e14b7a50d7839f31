import type { Live } from "./use-live.ts";

export interface LiveOptions {
  /** Milliseconds between two looks when nothing is told. */
  everyMs: number;
  /** Least milliseconds between two calls back, however much happens. */
  leastMs: number;
}

/** Calls back at intervals while the page is visible, and at once when something is told. */
export function createLive({ everyMs, leastMs }: LiveOptions): Live & { start(): () => void } {
  const callbacks = new Set<() => void>();
  let last = 0;
  let pending: ReturnType<typeof setTimeout> | undefined;

  function tell(): void {
    pending = undefined;
    last = Date.now();
    for (const callback of [...callbacks]) callback();
  }

  function changed(): void {
    pending ??= setTimeout(tell, Math.max(0, last + leastMs - Date.now()));
  }

  return {
    onChange(callback) {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
    isConnected: () => false,
    changed,
    start() {
      const look = () => {
        if (document.visibilityState === "visible") changed();
      };
      const timer = setInterval(look, everyMs);
      document.addEventListener("visibilitychange", look);
      return () => {
        clearInterval(timer);
        clearTimeout(pending);
        document.removeEventListener("visibilitychange", look);
      };
    },
  };
}
