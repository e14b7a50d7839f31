import type { Metadata } from "./session.ts";

/** A calendar month, UTC; both ends are part of it. */
export interface Period {
  start: string;
  end: string;
}

export interface DailyUsage {
  /** `YYYY-MM-DD`, UTC. */
  date: string;
  count: number;
}

/** One billed call, with the metadata of its session. */
export interface UsageToolCall {
  id: string;
  tool: string;
  provider: string | null;
  session_id: string;
  metadata: Metadata;
  called_at: string;
}

export interface UsageGroup {
  /** The metadata value; null for calls whose session has none under that key. */
  value: string | null;
  count: number;
}

/** `GET /v1/usage`. */
export interface Usage {
  period: Period;
  /** Calls that the plan has a month; null where it is by contract. */
  quota: number | null;
  used: number;
  /** Null where the quota is by contract. */
  remaining: number | null;
  /** Of the quota, with one decimal; null where it is by contract. */
  percentage: number | null;
  /** Calls by tool name. */
  breakdown: Record<string, number>;
  daily: DailyUsage[];
  /** The whole period's without `limit`; absent with `tool_calls=false`. */
  tool_calls?: UsageToolCall[] | undefined;
  /** More `tool_calls`, when `limit` was given. */
  next_cursor?: string | null | undefined;
  /** Present with `group_by`. */
  groups?: UsageGroup[] | undefined;
}

/** Query of `GET /v1/usage`. */
export interface UsageQuery {
  /** `YYYY-MM`. @default the current month */
  period?: string | undefined;
  /** A metadata key, such as `tenant_id`. */
  group_by?: string | undefined;
  /** False leaves `tool_calls` out. @default true */
  tool_calls?: boolean | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}
