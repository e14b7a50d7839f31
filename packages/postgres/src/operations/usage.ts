import type { UsagePeriod } from "@codespar/backend";
import { dateOfDay } from "@codespar/backend";
import type { UsageGroup } from "@codespar/contract";
import type { Database } from "../database/database.ts";
import { readNumber, readOptionalText, readText } from "../database/read-row.ts";

/** Rows that one call rolls up at most. */
const rollUpBatch = 10_000;

/** Calls charged in the period. */
export async function readUsed(database: Database, organisation: string, period: string): Promise<number> {
  const [row] = await database.query(
    "SELECT coalesce(sum(used), 0)::bigint AS used FROM codespar.usage_stripes WHERE organisation = $1 AND period = $2",
    [organisation, period],
    { isRepeatable: true },
  );
  return row === undefined ? 0 : readNumber(row, "used");
}

/** With the breakdowns: what is rolled up, and what is not yet. */
export async function readUsage(
  database: Database,
  organisation: string,
  period: string,
): Promise<UsagePeriod> {
  const rows = await database.query(
    `SELECT tool, day, sum(calls)::bigint AS calls, (SELECT coalesce(sum(used), 0)::bigint
       FROM codespar.usage_stripes WHERE organisation = $1 AND period = $2) AS used
     FROM (
       SELECT tool, day, calls FROM codespar.usage_rollups WHERE organisation = $1 AND period = $2
       UNION ALL
       SELECT tool, day, calls FROM codespar.usage_deltas WHERE organisation = $1 AND period = $2
     ) AS charges GROUP BY tool, day ORDER BY day, tool`,
    [organisation, period],
    { isRepeatable: true },
  );
  const byTool: Record<string, number> = {};
  const byDay: Record<string, number> = {};
  for (const row of rows) {
    const calls = readNumber(row, "calls");
    const tool = readText(row, "tool");
    const day = dateOfDay(readNumber(row, "day"));
    byTool[tool] = (byTool[tool] ?? 0) + calls;
    byDay[day] = (byDay[day] ?? 0) + calls;
  }
  const [first] = rows;
  return { used: first === undefined ? 0 : readNumber(first, "used"), byTool, byDay };
}

/** Charged calls of the period by the value of one metadata key, most first; null for calls without it. */
export async function readUsageGroups(
  database: Database,
  organisation: string,
  period: string,
  key: string,
): Promise<UsageGroup[]> {
  // a member of metadata is the same text everywhere; its value ends at the first quotation mark that is not escaped
  const name = JSON.stringify(key).replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const rows = await database.query(
    `SELECT value, count(*) AS calls FROM (
       SELECT id, substring(metadata FROM $3) AS value FROM codespar.operations_open
         WHERE organisation = $1 AND period = $2 AND charged
       UNION ALL
       SELECT id, substring(metadata FROM $3) AS value FROM codespar.operations_log
         WHERE organisation = $1 AND period = $2 AND charged
     ) AS charges GROUP BY value ORDER BY calls DESC, max(id) DESC`,
    [organisation, period, `[{,]${name}:"((?:[^"\\\\]|\\\\.)*)"`],
    { isRepeatable: true, isPlannedEachTime: true },
  );
  return rows.map((row) => {
    const value = readOptionalText(row, "value");
    return { value: value === null ? null : JSON.parse(`"${value}"`), count: readNumber(row, "calls") };
  });
}

/** Adds charges to the breakdowns that they belong to. Returns how many; several processes share them out. */
export async function rollUpUsage(database: Database): Promise<number> {
  const [row] = await database.query(
    `WITH picked AS (
       SELECT ctid FROM codespar.usage_deltas LIMIT ${rollUpBatch} FOR UPDATE SKIP LOCKED
     ), taken AS (
       DELETE FROM codespar.usage_deltas d USING picked p WHERE d.ctid = p.ctid
       RETURNING d.organisation, d.period, d.tool, d.day, d.calls
     ), rolled AS (
       INSERT INTO codespar.usage_rollups AS r
       SELECT organisation, period, tool, day, sum(calls) FROM taken GROUP BY organisation, period, tool, day
       ORDER BY organisation, period, tool, day
       ON CONFLICT (organisation, period, tool, day) DO UPDATE SET calls = r.calls + excluded.calls
     )
     SELECT count(*) AS charges FROM taken`,
  );
  return row === undefined ? 0 : readNumber(row, "charges");
}
