import { useText } from "../../i18n/use-text.ts";
import { StatusBadge } from "../../parts/status-badge.tsx";

export interface PhoneProps {
  channel: string;
  to: string;
  subject?: string | undefined;
  text: string;
  at: string;
  state: string;
}

/** A phone that shows a message exactly as it was sent: as text, whatever it holds. */
export function Phone({ channel, to, subject, text, at, state }: PhoneProps) {
  const { t, format } = useText();
  return (
    <figure className={`phone ${channel}`}>
      <figcaption>
        {channel} · <span className="mono">{to}</span>
      </figcaption>
      <div className="bubble">
        {subject === undefined ? null : <strong>{subject}</strong>}
        <p dir="auto">{text}</p>
        <p className="bubble-foot">
          <time dateTime={at}>{format.time(at)}</time> <StatusBadge status={state} />
        </p>
      </div>
      <p className="muted">{t("messages.exact")}</p>
    </figure>
  );
}
