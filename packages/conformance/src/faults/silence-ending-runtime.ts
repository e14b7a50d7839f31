import type { CodeSpar } from "@codespar/sdk";
import type { WireScript } from "./wire-break.ts";

/** What the client takes its time from. */
type Runtime = NonNullable<ConstructorParameters<typeof CodeSpar>[1]>;

/** Shorter ones are pauses between attempts, longer ones bound the waiting for a whole call. */
const limits = { shortest: 20_000, longest: 120_000 };

/** Milliseconds in which what was sent before a connection fell silent is read. */
const readingMs = 5;

/**
 * A client's time in which nobody waits: pauses between attempts are skipped, and the limits on attempts and silences run out as
 * soon as a connection has fallen silent. Until then they run as they are.
 */
export function silenceEndingRuntime(script: WireScript): Runtime {
  const pending = new Set<() => void>();
  script.onSilence(endSilence);
  return {
    now: () => Date.now(),
    after(ms, callback) {
      if (ms < limits.shortest || ms > limits.longest) {
        const timer = setTimeout(callback, ms < limits.shortest ? 0 : ms);
        return () => clearTimeout(timer);
      }
      const timer = setTimeout(fire, ms);
      pending.add(fire);
      return cancel;

      function cancel() {
        clearTimeout(timer);
        pending.delete(fire);
      }
      function fire() {
        cancel();
        callback();
      }
    },
    random: () => 0.5,
    uuid: () => crypto.randomUUID(),
  };

  function endSilence(isOver: () => boolean): void {
    setTimeout(() => {
      // between two limits there is none: the next one is about to begin
      if (pending.size === 0 && !isOver()) endSilence(isOver);
      for (const fire of [...pending]) fire();
    }, readingMs);
  }
}
