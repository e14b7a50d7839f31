import { useText } from "../../i18n/use-text.ts";

export interface TrackingStop {
  /** Milliseconds since the epoch. */
  at: number;
  status: string;
  text: string;
  place: string | undefined;
}

/** Where a parcel has been, from left to right; from top to bottom where there is little room. */
export function TrackingLine({ stops }: { stops: readonly TrackingStop[] }) {
  const { t, format } = useText();
  return (
    <ol className="tracking" aria-label={t("parcels.track")}>
      {stops.map(({ at, status, text, place }) => (
        <li key={`${at} ${status}`}>
          <strong>{text}</strong>
          <span className="muted">
            {place === undefined ? "" : `${place} · `}
            <time dateTime={new Date(at).toISOString()}>{format.moment(at)}</time>
          </span>
        </li>
      ))}
    </ol>
  );
}
