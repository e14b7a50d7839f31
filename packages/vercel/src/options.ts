import {
  type AgentOptions,
  agentOptionNames,
  type OptionNames,
  type ToolSelection,
} from "@codespar/sdk/agent";

/** Options of `getTools`. */
export interface GetToolsOptions extends AgentOptions {
  /** `"all"`, names, or a test. @default the six meta-tools */
  tools?: ToolSelection | undefined;
  /**
   * Whether results are preceded by preliminary ones that say how the call goes.
   * @default true
   */
  preliminary?: boolean | undefined;
  /**
   * For ai 6, which has no `toolApproval`: tools that move money or issue documents ask first (`needsApproval`).
   * On ai 7 pass `getToolApproval(tools)` as `toolApproval` instead.
   * @default false
   */
  needsApproval?: boolean | undefined;
}

export const getToolsOptionNames: OptionNames<GetToolsOptions> = {
  ...agentOptionNames,
  tools: true,
  preliminary: true,
  needsApproval: true,
};
