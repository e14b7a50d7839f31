import type {
  ToolCallCompleted,
  ToolCallFailed,
  ToolCallPartial,
  ToolCallProgress,
  ToolCallRouted,
  ToolCallStarted,
} from "@codespar/contract";
import { ConnectionError } from "../errors/connection-error.ts";
import type { ServerSentEvent } from "./event-parser.ts";

type EventBody<Data> =
  | ToolCallStarted
  | ToolCallRouted
  | ToolCallProgress
  | ToolCallPartial
  | ToolCallCompleted<Data>
  | ToolCallFailed;

/** An event of a tool call's stream, with its place in it. The last is `tool_call.completed` or `tool_call.failed`. */
export type ToolCallEvent<Data> = EventBody<Data> & { id: number };

/** The event of a server-sent message. Types that are not known yet pass. */
export function parseEvent<Data>({ event, id, data }: ServerSentEvent): ToolCallEvent<Data> {
  try {
    // The contract's word for what the API sends.
    return { type: event, id: Number(id), data: JSON.parse(data) } as ToolCallEvent<Data>;
  } catch (cause) {
    throw new ConnectionError({
      message: `The stream holds an event that is not JSON (${event}).`,
      cause,
      maybeSent: true,
    });
  }
}
