import type { StreamEventBody } from "@codespar/contract";
import type { ProviderUpdate } from "../../ports/provider.ts";

/** What a stream shows of what a provider reports while it works. */
export function toStreamEvent(update: ProviderUpdate): StreamEventBody {
  if (update.type === "partial") return { type: "tool_call.partial", data: { data: update.data } };
  const { stage, message, progress } = update;
  return {
    type: "tool_call.progress",
    data: { stage, message, ...(progress === undefined ? {} : { progress }) },
  };
}
