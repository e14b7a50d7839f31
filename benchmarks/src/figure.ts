/** One measured number, and what it has to be. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  target?: { atMost: number } | { atLeast: number } | undefined;
  /** What it was measured against, in the same run. */
  baseline?: string | undefined;
  /** Why the target may be missed; printed when it is. */
  reason?: string | undefined;
}

export interface Report {
  figure(figure: Figure): void;
  /** What goes on while nothing is known yet. */
  progress(text: string): void;
}

export interface BenchmarkOptions {
  /** Goes on to a million recorded calls. */
  long: boolean;
}

export type Benchmark = (report: Report, options: BenchmarkOptions) => Promise<void> | void;

/** Whether the target is met; undefined for a figure that is only stated. */
export function isMet({ value, target }: Figure): boolean | undefined {
  if (target === undefined) return undefined;
  return "atMost" in target ? value <= target.atMost : value >= target.atLeast;
}

/** `met      1.21 times (at most 1.3)  one at a time  | against …` */
export function formatFigure(figure: Figure): string {
  const { name, value, unit, target, baseline, reason } = figure;
  const met = isMet(figure);
  const verdict = met === undefined ? "stated" : met ? "met" : "NOT MET";
  const bound = getBound(target);
  const against = baseline === undefined ? "" : `\n           against ${baseline}`;
  const why = met === false && reason !== undefined ? `\n           because ${reason}` : "";
  return `  ${verdict.padEnd(8)} ${name}: ${formatNumber(value)} ${unit}${bound}${against}${why}`;
}

function getBound(target: Figure["target"]): string {
  if (target === undefined) return "";
  if ("atMost" in target) return ` (at most ${formatNumber(target.atMost)})`;
  return ` (at least ${formatNumber(target.atLeast)})`;
}

function formatNumber(value: number): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
