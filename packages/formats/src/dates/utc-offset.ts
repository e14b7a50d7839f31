/**
 * Minutes east of UTC that the simulated providers of each country use.
 * Fixed: Brazil and Mexico have no summer time since 2019 and 2022; Chile is held at its longer season.
 */
export const UTC_OFFSET_MINUTES = {
  AR: -180,
  BR: -180,
  CL: -180,
  CO: -300,
  MX: -360,
  PE: -300,
  UTC: 0,
} as const;

/** Writes an offset as `-03:00`. */
export function formatUtcOffset(offsetMinutes: number): string {
  const minutes = Math.abs(offsetMinutes);
  const hours = String(Math.floor(minutes / 60)).padStart(2, "0");
  return `${offsetMinutes < 0 ? "-" : "+"}${hours}:${String(minutes % 60).padStart(2, "0")}`;
}
