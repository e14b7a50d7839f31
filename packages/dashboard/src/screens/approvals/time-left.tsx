import { useClock } from "../../api/queries.ts";
import { useNow } from "../../api/use-now.ts";
import { useText } from "../../i18n/use-text.ts";

/** How long something can still be done, counted down by the server's own clock. */
export function TimeLeft({ until }: { until: string }) {
  const { format } = useText();
  const realNow = useNow();
  const { data: clock } = useClock();
  // a sandbox's clock may stand still, or be elsewhere
  const now = clock === null || clock === undefined ? realNow : Date.parse(clock.now);
  const isShort = Date.parse(until) - now < 10 * 60_000;
  return (
    <time dateTime={until} title={format.moment(until)} className={isShort ? "is-short" : undefined}>
      {format.relative(until, now)}
    </time>
  );
}
