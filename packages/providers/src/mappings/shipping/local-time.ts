import type { Country } from "@codespar/contract";
import { utcOffsetMinutes } from "./working-days.ts";

/**
 * RFC 3339 of a provider's local time, such as `2026-11-20 20:57:00`, `20261120 20:57` or `2026-11-20T20:57:00`.
 * A time that carries its own offset stays as it is.
 */
export function fromLocalTime(written: string, country: Country): string {
  if (/(?:Z|[+-]\d{2}:?\d{2})$/.test(written) && written.includes("T")) return written;
  const digits = written.replace(/\D/g, "").padEnd(14, "0");
  const at = (start: number, length: number) => digits.slice(start, start + length);
  const minutes = -utcOffsetMinutes[country];
  const offset = `-${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  return `${at(0, 4)}-${at(4, 2)}-${at(6, 2)}T${at(8, 2)}:${at(10, 2)}:${at(12, 2)}${offset}`;
}
