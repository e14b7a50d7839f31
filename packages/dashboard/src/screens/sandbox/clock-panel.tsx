import { useRef } from "react";
import type { Control } from "../../api/control.ts";
import { useClock } from "../../api/queries.ts";
import { useText } from "../../i18n/use-text.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { FormField } from "../../parts/form-field.tsx";
import { PlayClock } from "./play-clock.tsx";

const steps = ["1m", "30m", "2h", "1d", "7d"];

/** The sandbox's time, and moving it on. */
export function ClockPanel({ control }: { control: Control }) {
  const { t, format } = useText();
  const { data } = useClock();
  const input = useRef<HTMLInputElement>(null);
  const advance = (body: object) => () => control.post("clock/advance", body);
  return (
    <section className="panel" aria-labelledby="clock-title">
      <h2 id="clock-title">{t("clock")}</h2>
      {data === undefined || data === null ? (
        <p className="muted">{t("loading")}</p>
      ) : (
        <>
          <p className="figure">
            <time dateTime={data.now}>{format.moment(data.now)}</time>
          </p>
          <p className="muted">
            {data.next_due_at === null
              ? t("clock.nothing")
              : t("clock.next", {
                  time: format.moment(data.next_due_at),
                  in: format.relative(data.next_due_at, Date.parse(data.now)),
                })}
          </p>
          <div className="actions">
            {data.next_due_at === null ? null : (
              <ActionButton kind="primary" onRun={advance({ to: "next" })}>
                {t("clock.jump")}
              </ActionButton>
            )}
            {steps.map((duration) => (
              <ActionButton key={duration} onRun={advance({ duration })}>
                +{duration}
              </ActionButton>
            ))}
          </div>
          <PlayClock control={control} />
          <FormField label={t("clock.by")} hint={t("clock.by.hint")}>
            {(field) => (
              <span className="actions">
                <input {...field} ref={input} placeholder="45m" size={8} />
                <ActionButton onRun={() => advance({ duration: input.current?.value ?? "" })()}>
                  {t("clock.move")}
                </ActionButton>
              </span>
            )}
          </FormField>
        </>
      )}
    </section>
  );
}
