import type { JsonObject, OptionNames, Tool } from "@codespar/sdk/agent";
import { type RunnerOptions, runnerOptionNames } from "../options.ts";

export interface AgentToolsOptions extends RunnerOptions {
  /**
   * Also interrupts the run for a person before these calls. Calls that the session's policy holds back do so anyway.
   * @default only the session's policy
   */
  needsApproval?: ((tool: Tool, args: JsonObject) => boolean | Promise<boolean>) | undefined;
}

export const agentToolsOptionNames: OptionNames<AgentToolsOptions> = {
  ...runnerOptionNames,
  needsApproval: true,
};
