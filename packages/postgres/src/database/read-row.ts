import type { SqlRow } from "./database.ts";

/** A column that is text. */
export function readText(row: SqlRow, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw unexpected(column, value);
  return value;
}

export function readOptionalText(row: SqlRow, column: string): string | null {
  return row[column] === null ? null : readText(row, column);
}

export function readNumber(row: SqlRow, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw unexpected(column, value);
  return value;
}

export function readOptionalNumber(row: SqlRow, column: string): number | null {
  return row[column] === null ? null : readNumber(row, column);
}

export function readBoolean(row: SqlRow, column: string): boolean {
  const value = row[column];
  if (typeof value !== "boolean") throw unexpected(column, value);
  return value;
}

/** A column with JSON text that this store wrote from a `Value`. */
export function readJson<Value>(row: SqlRow, column: string): Value {
  return JSON.parse(readText(row, column));
}

function unexpected(column: string, value: unknown): Error {
  return new Error(`Column ${column} is ${value === undefined ? "missing" : `a ${typeof value}`}.`);
}
