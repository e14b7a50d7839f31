import type { ErrorBody } from "./errors.ts";
import type { Json } from "./json.ts";
import type { ToolResult } from "./tool-result.ts";

export interface ToolCallStarted {
  type: "tool_call.started";
  data: { tool_call_id: string; tool: string; called_at: string };
}

export interface ToolCallRouted {
  type: "tool_call.routed";
  data: { provider: string; attempt: number; reason: string };
}

export interface ToolCallProgress {
  type: "tool_call.progress";
  data: { stage: string; message: string; progress?: number | undefined };
}

export interface ToolCallPartial<Data = Json> {
  type: "tool_call.partial";
  data: { data: Data };
}

export interface ToolCallCompleted<Data = Json> {
  type: "tool_call.completed";
  data: { result: ToolResult<Data> };
}

export interface ToolCallFailed {
  type: "tool_call.failed";
  data: { error: ErrorBody };
}

/** What a stream carries; the last event is `tool_call.completed` or `tool_call.failed`. */
export type StreamEventBody =
  | ToolCallStarted
  | ToolCallRouted
  | ToolCallProgress
  | ToolCallPartial
  | ToolCallCompleted
  | ToolCallFailed;

/** A stream event with its place in the stream, which `Last-Event-ID` names. Counted from 1. */
export type StreamEvent = StreamEventBody & { id: number };
