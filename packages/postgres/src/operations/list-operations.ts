import type { Operation, OperationFilter, Slice, SliceOptions } from "@codespar/backend";
import type { Database, SqlValue } from "../database/database.ts";
import type { DatabaseClock } from "../database/database-clock.ts";
import { toText } from "../database/to-text.ts";
import { readOperation, selectOperations } from "./operation-row.ts";

/** A page of the log, newest first. */
export async function listOperations(
  { database, clock }: { database: Database; clock: DatabaseClock },
  organisation: string,
  filter: OperationFilter,
  { limit, cursor }: SliceOptions,
): Promise<Slice<Operation>> {
  const values: SqlValue[] = [];
  const value = (given: SqlValue) => `$${values.push(given)}`;
  const conditions = [`o.organisation = ${value(organisation)}`];
  if (cursor !== undefined) conditions.push(`o.id < ${value(cursor)}`);
  const { sessionId, tool, server, provider, userId, currency, amount } = filter;
  const { status, key, metadata, since, until, charged } = filter;
  if (sessionId !== undefined) conditions.push(`o.session_id = ${value(sessionId)}`);
  if (tool !== undefined) conditions.push(`o.tool = ${value(tool)}`);
  if (server !== undefined) conditions.push(`o.server = ${value(server)}`);
  if (provider !== undefined) conditions.push(`o.provider = ${value(provider)}`);
  if (userId !== undefined) conditions.push(`o.user_id = ${value(toText(userId))}`);
  if (currency !== undefined) conditions.push(`o.currency = ${value(currency)}`);
  if (amount !== undefined) conditions.push(`o.amount = ${value(amount)}`);
  if (status !== undefined) conditions.push(`o.state = ANY(${value(getStates(status))}::text[])`);
  if (key !== undefined) conditions.push(`o.key = ${value(toText(key))}`);
  if (since !== undefined) conditions.push(`o.created_at >= ${value(since)}`);
  if (until !== undefined) conditions.push(`o.created_at < ${value(until)}`);
  if (charged !== undefined) conditions.push(`o.charged = ${value(charged)}`);
  for (const [name, wanted] of Object.entries(metadata ?? {})) {
    // metadata is a flat object of texts as `JSON.stringify` writes it, so that a member is the same text everywhere
    const member = JSON.stringify({ [name]: wanted }).slice(1, -1);
    conditions.push(`strpos(o.metadata, ${value(member)}) > 0`);
  }
  const most = value(limit + 1);
  const selection = selectOperations(conditions.join(" AND "), `ORDER BY o.id DESC LIMIT ${most}`);
  const rows = await database.query(`${selection} ORDER BY id DESC LIMIT ${most}`, values, {
    isRepeatable: true,
    isPlannedEachTime: true,
  });
  const operations = rows.slice(0, limit).map((row) => readOperation(row, clock));
  return { rows: operations, next: rows.length > limit ? (operations.at(-1)?.id ?? null) : null };
}

/** The states that the wire calls so. */
function getStates(status: string): string[] {
  if (status === "running") return ["running", "dispatched"];
  return status === "dispatched" ? [] : [status];
}
