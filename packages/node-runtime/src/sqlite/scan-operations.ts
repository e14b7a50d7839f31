import type { SQLInputValue } from "node:sqlite";
import type { Operation, OperationFilter, Slice, SliceOptions } from "@codespar/backend";
import { matchesFilter } from "@codespar/backend/store";
import type { UsageGroup } from "@codespar/contract";
import { readPage } from "./read-page.ts";
import type { SqlDatabase } from "./sql-database.ts";
import { yieldToEventLoop } from "./yield-to-event-loop.ts";

/** Rows that are looked at without a turn of the event loop: first a page's worth, then more at a time. */
const firstWindow = 200;
const window = 1_000;

/** A page of the log, newest first. */
export async function listOperations(
  sql: SqlDatabase,
  organisation: string,
  filter: OperationFilter,
  slice: SliceOptions,
): Promise<Slice<Operation>> {
  const { key, sessionId, tool, since, until } = filter;
  if (key !== undefined) {
    return readPage<Operation>(
      (before, count) =>
        sql.jsons(
          "SELECT row FROM operations WHERE organisation = ? AND key = ? AND id < ? ORDER BY id DESC LIMIT ?",
          organisation,
          key,
          before,
          count,
        ),
      (operation) => matchesFilter(operation, filter),
      slice,
    );
  }
  const conditions: [string, SQLInputValue | undefined][] = [
    ["session_id = ?", sessionId],
    ["tool = ?", tool],
    ["created_at >= ?", since],
    ["created_at < ?", until],
  ];
  const given = conditions.filter(([, value]) => value !== undefined);
  const where = given.map(([condition]) => ` AND ${condition}`).join("");
  const values = given.flatMap(([, value]) => value ?? []);
  const rows: Operation[] = [];
  for await (const { last, before } of windows(sql, organisation, slice.cursor)) {
    const found = sql.jsons<Operation>(
      `SELECT row FROM operations WHERE organisation = ? AND id >= ? AND id < ?${where} ORDER BY id DESC`,
      organisation,
      last,
      before,
      ...values,
    );
    for (const operation of found) {
      if (!matchesFilter(operation, filter)) continue;
      if (rows.length === slice.limit) return { rows, next: rows.at(-1)?.id ?? null };
      rows.push(operation);
    }
  }
  return { rows, next: null };
}

/** Charged calls of the period by the value of one metadata key, most first; of as many, the one that was last called. */
export async function readUsageGroups(
  sql: SqlDatabase,
  organisation: string,
  period: string,
  key: string,
): Promise<UsageGroup[]> {
  const [year = 0, month = 1] = period.split("-").map(Number);
  const [start, end] = [Date.UTC(year, month - 1), Date.UTC(year, month)];
  const counts = new Map<string | null, number>();
  for await (const { last, before, createdAt } of windows(sql, organisation, undefined)) {
    const found = sql.jsons<Operation>(
      `SELECT row FROM operations WHERE organisation = ? AND id >= ? AND id < ? AND created_at >= ? AND created_at < ?
       ORDER BY id DESC`,
      organisation,
      last,
      before,
      start,
      end,
    );
    for (const { charged, metadata, period: month } of found) {
      if (!charged || month !== period) continue;
      const value = Object.hasOwn(metadata, key) ? (metadata[key] ?? null) : null;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    // ids are ordered by time
    if (createdAt < start) break;
  }
  // sorting is stable: of as many, those that were met first are the younger ones
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}

interface Window {
  /** The oldest id of the window. */
  last: string;
  /** Younger than all of it. */
  before: string;
  /** When the oldest began. */
  createdAt: number;
}

/** An organisation's calls in pieces, newest first, each with a turn of the event loop before it but the first. */
async function* windows(
  sql: SqlDatabase,
  organisation: string,
  cursor: string | undefined,
): AsyncGenerator<Window> {
  // sorts after every id
  let before = cursor ?? "\u{10ffff}";
  for (let size = firstWindow; ; size = window) {
    const oldest = sql.get(
      `SELECT id, created_at FROM operations WHERE organisation = ? AND id < ? ORDER BY id DESC LIMIT 1 OFFSET ?`,
      organisation,
      before,
      size - 1,
    );
    const last = oldest ?? { id: "", created_at: Number.NEGATIVE_INFINITY };
    yield { last: String(last.id), before, createdAt: Number(last.created_at) };
    if (oldest === undefined) return;
    before = String(last.id);
    await yieldToEventLoop();
  }
}
