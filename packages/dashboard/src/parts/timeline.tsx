import type { ReactNode } from "react";
import { useText } from "../i18n/use-text.ts";

export interface TimelineEntry {
  key: string;
  at: string;
  title: ReactNode;
  tone?: "good" | "bad" | "warn" | "plain" | undefined;
  children?: ReactNode;
}

/** What happened, in order. */
export function Timeline({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  const { format } = useText();
  return (
    <ol className="timeline" aria-label={label}>
      {entries.map(({ key, at, title, tone = "plain", children }, index) => (
        <li key={key} className={tone}>
          <div className="timeline-head">
            <span className="timeline-title">{title}</span>
            <time dateTime={at} title={format.moment(at)}>
              {isSameDay(at, entries[index - 1]?.at ?? at) ? format.time(at) : format.moment(at)}
            </time>
          </div>
          {children}
        </li>
      ))}
    </ol>
  );
}

function isSameDay(a: string, b: string): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}
