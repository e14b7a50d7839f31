import type { Currency } from "@codespar/contract";
import type { Locale } from "./locale.ts";

/** Numbers, money and times in the words of a language. */
export interface Format {
  number(value: number): string;
  /** One decimal, such as 23.9 %. */
  percent(value: number): string;
  /** Minor units. */
  money(amount: number, currency: string): string;
  /** Date and time to the second. */
  moment(at: string | number): string;
  /** Date and time to the minute. */
  minute(at: string | number): string;
  /** Time of day to the millisecond's tenth; the date is elsewhere. */
  time(at: string | number): string;
  /** Hours and minutes, as a phone shows them. */
  clock(at: string | number): string;
  date(at: string | number): string;
  /** A calendar day that is meant in UTC, as billing periods are. */
  day(at: string | number): string;
  /** `2026-04` as a month. */
  month(period: string): string;
  /** How long ago, or how long until. */
  relative(at: string | number, now: number): string;
  duration(ms: number): string;
  /** `BR` by its name. */
  country(code: string): string;
}

/** Currencies without minor units. */
const whole: ReadonlySet<string> = new Set<Currency>(["CLP"]);

export function createFormat(locale: Locale): Format {
  // each is made when it is first needed: all of them together hold a phone's first screen up
  const number = lazily(() => new Intl.NumberFormat(locale));
  const percent = lazily(
    () =>
      new Intl.NumberFormat(locale, {
        style: "percent",
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      }),
  );
  const dates = (options: Intl.DateTimeFormatOptions) =>
    lazily(() => new Intl.DateTimeFormat(locale, options));
  const moment = dates({ dateStyle: "medium", timeStyle: "medium" });
  const minute = dates({ dateStyle: "medium", timeStyle: "short" });
  const time = dates({ timeStyle: "medium" });
  const clock = dates({ timeStyle: "short" });
  const date = dates({ dateStyle: "medium" });
  const day = dates({ dateStyle: "medium", timeZone: "UTC" });
  const month = dates({ year: "numeric", month: "long", timeZone: "UTC" });
  const relative = lazily(() => new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" }));
  const countries = lazily(() => new Intl.DisplayNames(locale, { type: "region" }));
  const currencies = new Map<string, Intl.NumberFormat>();

  function currencyFormat(currency: string): Intl.NumberFormat {
    const known = currencies.get(currency);
    if (known !== undefined) return known;
    const made = new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      ...(whole.has(currency) ? { maximumFractionDigits: 0 } : { minimumFractionDigits: 2 }),
    });
    currencies.set(currency, made);
    return made;
  }

  return {
    number: (value) => number().format(value),
    percent: (value) => percent().format(value / 100),
    money(amount, currency) {
      try {
        return currencyFormat(currency).format(decimalOf(amount, whole.has(currency) ? 0 : 2));
      } catch {
        // a currency that the browser does not know
        return `${number().format(amount)} ${currency}`;
      }
    },
    moment: (at) => moment().format(new Date(at)),
    minute: (at) => minute().format(new Date(at)),
    time: (at) => time().format(new Date(at)),
    clock: (at) => clock().format(new Date(at)),
    date: (at) => date().format(new Date(at)),
    day: (at) => day().format(new Date(at)),
    month: (period) => month().format(new Date(`${period}-01T00:00:00Z`)),
    relative(at, now) {
      const seconds = Math.round((new Date(at).getTime() - now) / 1000);
      const [size, unit] = sizeOf(Math.abs(seconds));
      return relative().format(Math.trunc(seconds / size), unit);
    },
    country: (code) => countries().of(code) ?? code,
    duration(ms) {
      return ms < 1000 ? `${number().format(ms)} ms` : `${number().format(Math.round(ms / 100) / 10)} s`;
    },
  };
}

/** Makes a thing once, when it is first asked for. */
function lazily<Thing>(make: () => Thing): () => Thing {
  let made: Thing | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Minor units as a decimal text, which Intl writes digit by digit: as a number a large amount would lose its last ones. */
function decimalOf(amount: number, decimals: number): Intl.StringNumericLiteral {
  const digits = String(Math.abs(amount)).padStart(decimals + 1, "0");
  const end = digits.length - decimals;
  const fraction = decimals === 0 ? "" : `.${digits.slice(end)}`;
  // digits and a point, which is all that such a text has
  return `${amount < 0 ? "-" : ""}${digits.slice(0, end)}${fraction}` as Intl.StringNumericLiteral;
}

function sizeOf(seconds: number): [number, Intl.RelativeTimeFormatUnit] {
  if (seconds < 60) return [1, "second"];
  if (seconds < 3600) return [60, "minute"];
  if (seconds < 86_400) return [3600, "hour"];
  return [86_400, "day"];
}
