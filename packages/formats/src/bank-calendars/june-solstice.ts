/** 2000-01-01T12:00Z in epoch milliseconds and as a Julian day. */
const J2000_MS = 946_728_000_000;
const J2000 = 2_451_545;
const DAY_MS = 86_400_000;
const RADIANS = 0.017_453_292_519_943_295;

/** Amplitude, phase and rate of the larger periodic terms (Meeus, "Astronomical Algorithms", table 27.C). */
const TERMS = [
  [485, 324.96, 1934.136],
  [203, 337.23, 32964.467],
  [199, 342.08, 20.186],
  [182, 27.85, 445267.112],
  [156, 73.14, 45036.886],
  [136, 171.52, 22518.443],
  [77, 222.54, 65928.934],
  [74, 296.72, 3034.906],
  [70, 243.58, 9037.513],
  [58, 119.81, 33718.147],
  [52, 297.17, 150.678],
  [50, 21.02, 2281.226],
] as const;

/** The June solstice of a year from 2000 on in epoch milliseconds, to a few minutes (Meeus, chapter 27). */
export function juneSolstice(year: number): number {
  const y = (year - 2000) / 1000;
  const mean = 2_451_716.56767 + 365_241.62603 * y + 0.00325 * y ** 2 + 0.00888 * y ** 3 - 0.0003 * y ** 4;
  const centuries = (mean - J2000) / 36_525;
  const w = (35_999.373 * centuries - 2.47) * RADIANS;
  const lambda = 1 + 0.0334 * Math.cos(w) + 0.0007 * Math.cos(2 * w);
  let sum = 0;
  for (const [amplitude, phase, rate] of TERMS)
    sum += amplitude * Math.cos((phase + rate * centuries) * RADIANS);
  return J2000_MS + (mean + (0.00001 * sum) / lambda - J2000) * DAY_MS;
}
