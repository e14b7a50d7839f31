import { useEffect, useState } from "react";
import type { Control } from "../../api/control.ts";
import { useLive } from "../../api/use-live.ts";
import { useText } from "../../i18n/use-text.ts";

/** How much passes in each second. */
const speeds = ["1m", "10m", "1h", "1d"] as const;
const everyMs = 1000;

/** Lets the sandbox's time run faster than real time, until it is stopped or the screen is left. */
export function PlayClock({ control }: { control: Control }) {
  const { t } = useText();
  const live = useLive();
  const [speed, setSpeed] = useState<(typeof speeds)[number]>();
  const [error, setError] = useState<Error>();

  useEffect(() => {
    if (speed === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isStopped = false;
    async function step(): Promise<void> {
      try {
        await control.post("clock/advance", { duration: speed });
        live.changed();
        if (!isStopped) timer = setTimeout(() => void step(), everyMs);
      } catch (problem) {
        setError(problem instanceof Error ? problem : new Error(String(problem)));
        setSpeed(undefined);
      }
    }
    setError(undefined);
    void step();
    return () => {
      isStopped = true;
      clearTimeout(timer);
    };
  }, [control, live, speed]);

  return (
    <fieldset className="play">
      <legend>{t("clock.play")}</legend>
      <div className="actions">
        {speeds.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={speed === each}
            onClick={() => setSpeed(speed === each ? undefined : each)}
          >
            <span className="hidden">{t("clock.play.speed", { speed: each })}</span>
            <span aria-hidden="true">{each}</span>
          </button>
        ))}
        {speed === undefined ? null : (
          <button type="button" className="primary" onClick={() => setSpeed(undefined)}>
            {t("clock.stop")}
          </button>
        )}
      </div>
      {error === undefined ? null : (
        <p role="alert" className="action-error">
          {error.message}
        </p>
      )}
    </fieldset>
  );
}
