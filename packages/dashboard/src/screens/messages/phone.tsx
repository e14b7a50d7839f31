import { useText } from "../../i18n/use-text.ts";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { channelName } from "./channel-name.ts";

export interface PhoneReply {
  id: string;
  text: string;
  /** Milliseconds since the epoch. */
  at: number;
}

export interface PhoneProps {
  channel: string;
  to: string;
  subject?: string | undefined;
  text: string;
  at: string;
  state: string;
  replies: readonly PhoneReply[];
}

/** A phone that shows a message exactly as it was sent, and what was written back: as text, whatever it holds. */
export function Phone({ channel, to, subject, text, at, state, replies }: PhoneProps) {
  const { t, format } = useText();
  return (
    <figure className={`phone ${channel}`}>
      <figcaption className="phone-head">
        <strong>{channelName(channel)}</strong>
        <span className="mono">{to}</span>
      </figcaption>
      <div className="phone-body">
        <div className="bubble">
          {subject === undefined ? null : <strong dir="auto">{subject}</strong>}
          <p dir="auto">{text}</p>
          <p className="bubble-foot">
            <time dateTime={at}>{format.clock(at)}</time>
          </p>
        </div>
        <p className="phone-state">
          <StatusBadge status={state} />
        </p>
        {replies.map((reply) => (
          <div key={reply.id} className="bubble own">
            <p dir="auto">{reply.text}</p>
            <p className="bubble-foot">
              <time dateTime={new Date(reply.at).toISOString()}>{format.clock(reply.at)}</time>
            </p>
          </div>
        ))}
      </div>
      <p className="phone-foot muted">{t("messages.exact")}</p>
    </figure>
  );
}
