export interface StopSignal {
  /** Aborts when the process is told to stop. */
  signal: AbortSignal;
  /** Resolves then, with the name of the signal. */
  stopped: Promise<NodeJS.Signals>;
}

/** SIGTERM and SIGINT, the first of them; a second, whichever it is, ends the process at once. */
export function stopSignal(): StopSignal {
  const signals: readonly NodeJS.Signals[] = ["SIGTERM", "SIGINT"];
  const controller = new AbortController();
  const stopped = new Promise<NodeJS.Signals>((resolve) => {
    const stop = (signal: NodeJS.Signals) => {
      for (const each of signals) process.off(each, stop);
      controller.abort();
      resolve(signal);
    };
    for (const each of signals) process.on(each, stop);
  });
  return { signal: controller.signal, stopped };
}
