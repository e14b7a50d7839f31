import type { ToolCallEvent } from "@codespar/sdk";
import type { ServerContext } from "@modelcontextprotocol/server";

type OnEvent = (event: ToolCallEvent<unknown>) => void;

/** Passes a call's events on as progress notifications; undefined when the client did not ask for them. */
export function reportProgress({ mcpReq }: Pick<ServerContext, "mcpReq">): OnEvent | undefined {
  const progressToken = mcpReq._meta?.progressToken;
  if (progressToken === undefined) return undefined;
  let progress = 0;
  return (event) => {
    const message = describe(event);
    if (message === undefined) return;
    // It only has to rise: how many steps a call will have is not known.
    progress += 1;
    const params = { progressToken, progress, message };
    // A client that has gone away is no reason to fail the call.
    mcpReq.notify({ method: "notifications/progress", params }).catch(() => {});
  };
}

function describe(event: ToolCallEvent<unknown>): string | undefined {
  switch (event.type) {
    case "tool_call.started":
      return "Started";
    case "tool_call.routed":
      return `Asking ${event.data.provider}`;
    case "tool_call.progress":
      return event.data.message;
    case "tool_call.partial":
      return "A partial result arrived";
    default:
      // The result itself follows at once.
      return undefined;
  }
}
