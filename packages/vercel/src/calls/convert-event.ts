import type { ToolCallEvent } from "@codespar/sdk";
import type { Json } from "@codespar/sdk/agent";
import type { ToolProgress } from "./tool-output.ts";

/** The progress after an event; undefined when the event changes nothing that a person would see. */
export function convertEvent(
  progress: ToolProgress,
  event: ToolCallEvent<unknown>,
): ToolProgress | undefined {
  switch (event.type) {
    case "tool_call.started":
      return { ...progress, tool_call_id: event.data.tool_call_id };
    case "tool_call.routed":
      return { ...progress, provider: event.data.provider };
    case "tool_call.progress":
      return { ...progress, ...event.data };
    case "tool_call.partial":
      // Whatever came over the wire is JSON.
      return { ...progress, partial: [...(progress.partial ?? []), event.data.data as Json] };
    default:
      return undefined;
  }
}
