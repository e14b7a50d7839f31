/** How much of something is used, as a bar that says it in words too. */
export function Meter({ value, label }: { value: number; label: string }) {
  const shown = Math.min(100, Math.max(0, value));
  const level = value >= 100 ? "bad" : value >= 90 ? "warn" : "good";
  return (
    <div
      className={`meter ${level}`}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={shown}
      aria-valuetext={label}
    >
      <div style={{ inlineSize: `${shown}%` }} />
    </div>
  );
}
