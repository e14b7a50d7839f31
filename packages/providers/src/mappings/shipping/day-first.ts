/** A day-first date as ISO orders it: `20/11/2026 16:00` and `20-11-2026 16:00` are `2026-11-20 16:00`. */
export function fromDayFirst(written: string): string {
  return written.replace(/^(\d{2})[/-](\d{2})[/-](\d{4})/, "$3-$2-$1");
}
