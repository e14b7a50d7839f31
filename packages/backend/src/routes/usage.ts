import type { UsageQuery } from "@codespar/contract";
import { boundsOfPeriod, periodOf, secondsTimestamp, timestamp } from "../dates.ts";
import type { BackendAnswer } from "../http-message.ts";
import { planOf } from "../metering/quota-of.ts";
import type { Operation } from "../store/operation.ts";
import { jsonAnswer, textAnswer } from "./json-answer.ts";
import type { RouteContext } from "./route.ts";

/** Rows that are read from the store at a time. */
const chunk = 500;

export async function getUsage(context: RouteContext<unknown, UsageQuery>): Promise<BackendAnswer> {
  const { services, caller, query } = context;
  const { organisation } = caller;
  const period = query.period ?? periodOf(services.clock.now());
  const { start, end } = boundsOfPeriod(period);
  const quota = planOf(organisation).tool_calls;
  const { used, byTool, byDay } = await services.store.readUsage(organisation.id, period);
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
      : { groups: await services.store.readUsageGroups(organisation.id, period, query.group_by) }),
  };
  if (query.tool_calls === false) return jsonAnswer(200, body);
  if (query.limit === undefined) {
    return { ...textAnswer(200, ""), body: streamUsage(JSON.stringify(body), billedRows(context, period)) };
  }
  const { rows, next } = await readRows(context, period, query.limit, query.cursor);
  return jsonAnswer(200, { ...body, tool_calls: rows.map(describeRow), next_cursor: next });
}

function readRows(
  { services, caller }: RouteContext,
  period: string,
  limit: number,
  cursor?: string | undefined,
) {
  const { start, end } = boundsOfPeriod(period);
  return services.store.listOperations(
    caller.organisation.id,
    { since: start, until: end, charged: true },
    { limit, cursor },
  );
}

/** The period's billed calls, newest first, read a piece at a time so that memory stays flat. */
async function* billedRows(context: RouteContext, period: string): AsyncGenerator<Operation> {
  let cursor: string | undefined;
  do {
    const { rows, next } = await readRows(context, period, chunk, cursor);
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
