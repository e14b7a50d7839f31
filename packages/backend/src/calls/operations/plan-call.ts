import { isMetaToolName, type JsonObject, type MetaToolInputs } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import type { Operation } from "../../store/operation.ts";
import type { SessionRecord } from "../../store/store.ts";
import { planMetaTool } from "../router/plan-meta-tool.ts";
import type { ToolPlan } from "../router/tool-plan.ts";

/** How an operation will be done; the same for its first try and after a restart. */
export function planCall(
  context: BackendContext,
  session: SessionRecord,
  call: { name: string; server: string; arguments: object },
): ToolPlan | Promise<ToolPlan> {
  const { name, server } = call;
  if (isMetaToolName(name)) {
    // checked by the tool's schema before the operation began
    return planMetaTool(context, session, name, call.arguments as MetaToolInputs[typeof name]);
  }
  const provider = context.providers.get(server);
  const tool = provider?.tools.find((candidate) => candidate.name === name);
  if (provider === undefined || tool === undefined)
    throw new Error(`Tool ${name} has lost its provider ${server}.`);
  // parsed from JSON
  const args = call.arguments as JsonObject;
  return {
    mode: "first",
    risk: tool.risk,
    candidates: [{ provider, reason: "native", translate: (native) => native.effect(name, args) }],
  };
}

/** The arguments of an operation, for as long as they are kept. */
export function getArguments(operation: Operation): object {
  return JSON.parse(operation.arguments ?? "{}");
}
