import { timestamp } from "../platform/time.ts";
import type { StoredEvent } from "../store/operation.ts";

/** An event as the wire has it. */
export function describeEvent(event: StoredEvent, livemode: boolean) {
  return {
    id: event.id,
    type: event.type,
    created_at: timestamp(event.createdAt),
    livemode,
    session_id: event.sessionId,
    tool_call_id: event.toolCallId,
    metadata: event.metadata,
    data: event.data === null ? {} : JSON.parse(event.data),
  };
}
