import { timeOrderedIds } from "@codespar/backend";
import type { Database } from "../database/database.ts";
import { readNumber, readOptionalNumber, readText } from "../database/read-row.ts";

const dayMs = 86_400_000;
/** Days for which tables are made before they begin. */
const daysAhead = 7;

/** What is kept by day, with the prefix of its ids: these begin with their time, so a day is a range of them. */
const tables = [
  { table: "operations_log", prefix: "tc" },
  { table: "events", prefix: "evt" },
] as const;

interface Day {
  table: string;
  prefix: string;
  name: string;
  /** Days since 1970. */
  number: number;
}

/**
 * Makes the tables of today and of the days to come. An id that is not of a day that has a table lies in the rest, and
 * nothing but the cost of dropping it depends on that.
 */
export async function addDays(database: Database): Promise<void> {
  const [row] = await database.query("SELECT floor(extract(epoch FROM now()) / 86400)::integer AS today");
  const today = row === undefined ? 0 : readNumber(row, "today");
  const known = new Set((await readDays(database)).map(({ name }) => name));
  for (const { table, prefix } of tables) {
    for (let number = today; number <= today + daysAhead; number += 1) {
      const name = getName(table, number);
      if (known.has(name)) continue;
      await database.query("SELECT codespar.add_day_1($1, $2, $3, $4)", [
        table,
        name,
        firstId(prefix, number),
        firstId(prefix, number + 1),
      ]);
    }
  }
}

/** Drops the days that ended before, unless something in them has to stay. Returns how many rows of the log went. */
export async function dropDays(database: Database, before: number): Promise<number> {
  let dropped = 0;
  for (const { table, prefix, name, number } of await readDays(database)) {
    if ((number + 1) * dayMs > before) continue;
    const [row] = await database.query("SELECT codespar.drop_day_1($1, $2, $3, $4, $5) AS rows", [
      table,
      name,
      firstId(prefix, number),
      firstId(prefix, number + 1),
      before,
    ]);
    if (row !== undefined && table === "operations_log") dropped += readOptionalNumber(row, "rows") ?? 0;
  }
  return dropped;
}

async function readDays(database: Database): Promise<Day[]> {
  const rows = await database.query(
    `SELECT c.relname::text AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent IN ('codespar.operations_log'::regclass, 'codespar.events'::regclass)`,
    [],
    { isRepeatable: true },
  );
  return rows.flatMap((row) => {
    const name = readText(row, "name");
    const [, table, year, month, day] = /^(\w+)_(\d{4})(\d\d)(\d\d)$/.exec(name) ?? [];
    const kept = tables.find((each) => each.table === table);
    if (kept === undefined) return [];
    return [{ ...kept, name, number: Date.UTC(Number(year), Number(month) - 1, Number(day)) / dayMs }];
  });
}

function getName(table: string, number: number): string {
  return `${table}_${new Date(number * dayMs).toISOString().slice(0, 10).replaceAll("-", "")}`;
}

/** Sorts before every id of the day and after every id before it. */
function firstId(prefix: string, number: number): string {
  const time = { now: () => number * dayMs };
  const lowest = { integer: () => 0 };
  return timeOrderedIds(time, lowest).next(prefix);
}
