import { calendarDateAt, SAO_PAULO } from "@codespar/formats";
import type { SimulationContext } from "../../simulation/provider-definition.ts";
import { bankStatement, type StatementLine } from "./bank-statement.ts";

export interface DatedLine extends StatementLine {
  /** `YYYY-MM-DD` in São Paulo. */
  date: string;
}

/** The lines of a Brazilian account from one local date (`YYYY-MM-DD`) to another, both included; an end left out is open. */
export function statementBetween(
  context: SimulationContext,
  from: string | undefined,
  to: string | undefined,
): DatedLine[] {
  return bankStatement(context)
    .map((line) => ({ ...line, date: calendarDateAt(line.at, SAO_PAULO) }))
    .filter(({ date }) => (from === undefined || date >= from) && (to === undefined || date <= to));
}

/** `20112026`, or `1112026` as Banco do Brasil writes it, as `2026-11-20`; undefined for every other text. */
export function dateOfDigits(ddmmyyyy: string | undefined): string | undefined {
  const digits = ddmmyyyy?.padStart(8, "0");
  if (digits === undefined || !/^\d{8}$/.test(digits)) return undefined;
  return `${digits.slice(4)}-${digits.slice(2, 4)}-${digits.slice(0, 2)}`;
}
