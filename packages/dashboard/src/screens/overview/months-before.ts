/** `YYYY-MM`, newest first, without the month itself. */
export function monthsBefore(month: string, count: number): string[] {
  const [year = 1970, number = 1] = month.split("-").map(Number);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, number - 2 - index, 1)).toISOString().slice(0, 7),
  );
}
