import type { Currency } from "@codespar/contract";
import { formatMillisecondTimestamp, timeZoneOfCurrency } from "@codespar/formats";

/** The seller behind every simulated account. */
export const COLLECTOR = 446566691;
/** The application that the credentials belong to. */
export const APPLICATION = 7364289770550796;

export const sites: Readonly<Partial<Record<Currency, string>>> = {
  BRL: "MLB",
  MXN: "MLM",
  ARS: "MLA",
  COP: "MCO",
  CLP: "MLC",
};

/** ISO 8601 with milliseconds and the offset of the country that the currency is of. */
export function localTime(at: number, currency: Currency): string {
  return formatMillisecondTimestamp(at, timeZoneOfCurrency(currency));
}
