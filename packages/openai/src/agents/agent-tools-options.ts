import type { JsonObject, Tool } from "@codespar/sdk/agent";
import type { RunnerOptions } from "../options.ts";

export interface AgentToolsOptions extends RunnerOptions {
  /**
   * Also interrupts the run for a person before these calls. Calls that the session's policy holds back do so anyway.
   * @default only the session's policy
   */
  needsApproval?: ((tool: Tool, args: JsonObject) => boolean | Promise<boolean>) | undefined;
}
