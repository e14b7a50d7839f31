import type { StreamEventBody } from "@codespar/contract";
import type { Operation } from "../../store/operation.ts";

/**
 * Which providers were asked, from the log: for a call by `execute`, whose stream nobody watched and which therefore has
 * no events of its own.
 */
export function routedEvents({ attempts }: Operation): StreamEventBody[] {
  return attempts.map(({ provider }, index) => {
    const before = attempts[index - 1];
    const reason =
      before === undefined
        ? "preferred"
        : before.outcome === "unavailable"
          ? `fallback: ${before.provider} ${before.reason ?? "unavailable"}`
          : "asked together";
    return { type: "tool_call.routed", data: { provider, attempt: index + 1, reason } };
  });
}
