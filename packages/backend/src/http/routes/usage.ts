import type { UsageQuery } from "@codespar/contract";
import { getPlan } from "../../accounts/metering/quota-standing.ts";
import { boundsOfPeriod, secondsTimestamp, timestamp, toPeriod } from "../../platform/time.ts";
import type { BackendResponse } from "../../ports/http-message.ts";
import type { Operation } from "../../store/operation.ts";
import type { RouteInput } from "./route.ts";
import { jsonResponse, textResponse } from "./route.ts";

/** Rows that are read from the store at a time. */
const chunk = 500;

export async function getUsage(input: RouteInput<unknown, UsageQuery>): Promise<BackendResponse> {
  const { context, caller, query } = input;
  const { organisation } = caller;
  const period = query.period ?? toPeriod(context.clock.now());
  const { start, end } = boundsOfPeriod(period);
  const quota = getPlan(organisation).tool_calls;
  const { used, byTool, byDay } = await context.store.readUsage(organisation.id, period);
  const body = {
    period: { start: secondsTimestamp(start), end: secondsTimestamp(end - 1000) },
    quota,
    used,
    remaining: quota === null ? null : Math.max(0, quota - used),
    percentage: quota === null ? null : Math.round((used / quota) * 1000) / 10,
    breakdown: byTool,
    daily: Object.entries(byDay)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([date, count]) => ({ date, count })),
    ...(query.group_by === undefined
      ? {}
      : { groups: await context.store.readUsageGroups(organisation.id, period, query.group_by) }),
  };
  if (query.tool_calls === false) return jsonResponse(200, body);
  if (query.limit === undefined) {
    return { ...textResponse(200, ""), body: streamUsage(JSON.stringify(body), billedRows(input, period)) };
  }
  const { rows, next } = await readRows(input, period, query.limit, query.cursor);
  return jsonResponse(200, { ...body, tool_calls: rows.map(describeRow), next_cursor: next });
}

function readRows(
  { context, caller }: RouteInput,
  period: string,
  limit: number,
  cursor?: string | undefined,
) {
  const { start, end } = boundsOfPeriod(period);
  return context.store.listOperations(
    caller.organisation.id,
    { since: start, until: end, charged: true },
    { limit, cursor },
  );
}

/** The period's billed calls, newest first, read a piece at a time so that memory stays flat. */
async function* billedRows(input: RouteInput, period: string): AsyncGenerator<Operation> {
  let cursor: string | undefined;
  do {
    const { rows, next } = await readRows(input, period, chunk, cursor);
    yield* rows;
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}

async function* streamUsage(head: string, rows: AsyncIterable<Operation>): AsyncGenerator<string> {
  yield `${head.slice(0, -1)},"tool_calls":[`;
  let piece = "";
  let isFirst = true;
  for await (const row of rows) {
    piece += (isFirst ? "" : ",") + JSON.stringify(describeRow(row));
    isFirst = false;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}],"next_cursor":null}`;
}

function describeRow({ id, tool, provider, sessionId, metadata, createdAt }: Operation) {
  return { id, tool, provider, session_id: sessionId, metadata, called_at: timestamp(createdAt) };
}
