import { useSyncExternalStore } from "react";

const everyMs = 15_000;
/** Coarse, so that every reader of one moment sees the same. */
const readNow = () => Math.floor(Date.now() / everyMs) * everyMs;

function subscribe(callback: () => void): () => void {
  const timer = setInterval(callback, everyMs);
  return () => clearInterval(timer);
}

/** The time in milliseconds, looked at four times a minute. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, readNow, readNow);
}
