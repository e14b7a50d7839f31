import { easterDay } from "../bank-calendars/easter.ts";
import type { BankCalendar, HolidayRule } from "../bank-calendars/holiday.ts";
import { COUNTRIES, type CountryCode } from "../country.ts";
import { calendarDateAt, endOfDate, formatEpochDay, requireEpochDay } from "../dates/dates-and-zones.ts";
import { SAO_PAULO } from "../dates/zone-names.ts";

export interface BankHoliday {
  /** `YYYY-MM-DD`. */
  date: string;
  /** In the country's language. */
  name: string;
}

const DAY_MS = 86_400_000;
const MOST_YEARS = 200;

/**
 * Days of a year on which the banks of a country are closed besides weekends, in order.
 * By the rules that hold since 2018, also for earlier years; holidays of a city or state are not among them.
 */
export function bankHolidays(year: number, country: CountryCode): BankHoliday[] {
  return Array.from(listHolidays(year, country), ([day, name]) => ({ date: formatEpochDay(day), name }));
}

/** Whether the banks of a country are open on a date (`YYYY-MM-DD`). Throws RangeError for what is not a date. */
export function isBankDay(date: string, country: CountryCode): boolean {
  return isOpen(requireEpochDay(date), country);
}

/** The date itself when it is a bank day, otherwise the first one after it: until then a boleto due that day can be paid. */
export function nextBankDay(date: string, country: CountryCode): string {
  let day = requireEpochDay(date);
  while (!isOpen(day, country)) day++;
  return formatEpochDay(day);
}

/**
 * The date that lies a number of bank days after another, or before it when the number is negative.
 * The date itself is not counted; with 0 it is moved to the next bank day.
 */
export function addBankDays(date: string, days: number, country: CountryCode): string {
  if (!Number.isInteger(days)) throw new RangeError(`Cannot add ${days} bank days. Pass a whole number.`);
  if (days === 0) return nextBankDay(date, country);
  const step = Math.sign(days);
  let day = requireEpochDay(date);
  for (let left = Math.abs(days); left > 0; ) {
    day += step;
    if (isOpen(day, country)) left--;
  }
  return formatEpochDay(day);
}

/** The date that lies a number of bank days after the one in the country at an instant in epoch milliseconds. */
export function bankDateAfter(epochMs: number, days: number, country: CountryCode): string {
  return addBankDays(calendarDateAt(epochMs, COUNTRIES[country].timeZone), days, country);
}

/**
 * The last second, in epoch milliseconds, at which a boleto with this due date can be paid: what is due while the banks
 * are closed can be paid on the next bank day (Lei 7.089/1983). Throws RangeError for what is not a date.
 */
export function boletoPayableUntil(dueDate: string): number {
  return endOfDate(nextBankDay(dueDate, "BR"), SAO_PAULO);
}

function isOpen(day: number, country: CountryCode): boolean {
  if (isWeekend(day)) return false;
  return !listHolidays(new Date(day * DAY_MS).getUTCFullYear(), country).has(day);
}

function isWeekend(day: number): boolean {
  const weekday = getWeekday(day);
  return weekday === 0 || weekday === 6;
}

/** 0 is Sunday. */
function getWeekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7; // 1970-01-01 was a Thursday
}

const years = new Map<string, ReadonlyMap<number, string>>();

function listHolidays(year: number, country: CountryCode): ReadonlyMap<number, string> {
  const key = `${country}${year}`;
  let holidays = years.get(key);
  if (holidays === undefined) {
    if (!Number.isInteger(year)) throw new RangeError(`${year} is not a year. Pass a whole number.`);
    if (years.size >= MOST_YEARS) years.clear();
    holidays = computeHolidays(year, COUNTRIES[country].bankCalendar);
    years.set(key, holidays);
  }
  return holidays;
}

function computeHolidays(year: number, { rules, once = {} }: BankCalendar): ReadonlyMap<number, string> {
  const days: [number, string][] = [];
  for (const rule of rules) {
    const day = dayOfRule(rule, year);
    if (day !== undefined) days.push([day, rule.name]);
  }
  for (const [date, name] of Object.entries(once)) {
    if (date.startsWith(`${year}-`)) days.push([requireEpochDay(date), name]);
  }
  return new Map(days.sort(([first], [second]) => first - second));
}

function dayOfRule(rule: HolidayRule, year: number): number | undefined {
  const { from = year, until = year, everyYears = 1, moved, onWeekdays } = rule;
  if (year < from || year > until || (year - from) % everyYears !== 0) return undefined;
  const day = unmovedDay(rule, year);
  const weekday = getWeekday(day);
  if (onWeekdays !== undefined && !onWeekdays.includes(weekday)) return undefined;
  return day + (moved?.(weekday) ?? 0);
}

function unmovedDay(rule: HolidayRule, year: number): number {
  if ("easter" in rule) return easterDay(year) + rule.easter;
  if ("getDay" in rule) return rule.getDay(year);
  if ("day" in rule) return Date.UTC(year, rule.month - 1, rule.day) / DAY_MS;
  const first = Date.UTC(year, rule.month - 1, 1) / DAY_MS;
  return first + ((8 - getWeekday(first)) % 7) + 7 * (rule.monday - 1);
}
