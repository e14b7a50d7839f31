import { useCallback, useRef, useState } from "react";
import { useLive } from "../api/use-live.ts";

export interface Action {
  isRunning: boolean;
  error: Error | undefined;
  /** Does it, unless it is being done. Resolves to whether it was done. */
  run(work: () => Promise<unknown>): Promise<boolean>;
}

/** Something that a person has the page do: once at a time, with what went wrong, and all lists look again. */
export function useAction(): Action {
  const live = useLive();
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<Error>();
  const busy = useRef(false);

  const run = useCallback(
    async (work: () => Promise<unknown>) => {
      if (busy.current) return false;
      busy.current = true;
      setIsRunning(true);
      setError(undefined);
      try {
        await work();
        return true;
      } catch (problem) {
        setError(problem instanceof Error ? problem : new Error(String(problem)));
        return false;
      } finally {
        busy.current = false;
        setIsRunning(false);
        live.changed();
      }
    },
    [live],
  );
  return { isRunning, error, run };
}
