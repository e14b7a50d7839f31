import type { Country } from "@codespar/contract";
import { COUNTRIES, formatOffsetTimestamp, parseLocalTimestamp, parseTimestamp } from "@codespar/formats";

/**
 * RFC 3339 of a provider's local time, such as `2026-11-20 20:57:00`, `20261120 20:57` or `2026-11-20T20:57:00`.
 * A time that carries its own offset stays as it is. Throws TypeError for what is not a time.
 */
export function occurredAt(written: string, country: Country): string {
  if (parseTimestamp(written) !== undefined) return written;
  const { timeZone } = COUNTRIES[country];
  const at = parseLocalTimestamp(written, timeZone);
  if (at === undefined)
    throw new TypeError(`The provider responded with the time ${JSON.stringify(written)}.`);
  return formatOffsetTimestamp(at, timeZone);
}
