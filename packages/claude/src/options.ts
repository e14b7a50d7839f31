import type Anthropic from "@anthropic-ai/sdk";
import {
  type AgentOptions,
  agentOptionNames,
  type OptionNames,
  type Tool,
  type ToolSelection,
} from "@codespar/sdk/agent";

/** What Claude's API takes beside a tool's name, description and schema. */
export type ToolOptions = Pick<
  Anthropic.Tool,
  | "strict"
  | "cache_control"
  | "input_examples"
  | "defer_loading"
  | "eager_input_streaming"
  | "allowed_callers"
>;

export interface GetToolsOptions {
  /** @default the six meta-tools */
  tools?: ToolSelection | undefined;
  /** Claude's own options of each tool, passed through. `strict` rewrites the schema, where that is possible. */
  toolOptions?: ((tool: Tool) => ToolOptions) | undefined;
  /** Called for each tool that was to be strict and cannot be; it is then advertised with `strict: false`. */
  onNonStrict?: ((toolName: string, reason: string) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** How tool calls are carried out. */
export interface HandleOptions extends AgentOptions {
  /**
   * The conversation so far, for servers whose ids start again each turn: it distinguishes a second equal call from a replay.
   * @default ids, with name and arguments, are unique in the scope
   */
  messages?: readonly Anthropic.Beta.BetaMessageParam[] | undefined;
}

/** How the tools of the SDK's tool runner are listed and carried out. */
export interface RunnableToolsOptions
  extends GetToolsOptions,
    Omit<HandleOptions, "allowedTools" | "messages" | "signal"> {}

export const getToolsOptionNames: OptionNames<GetToolsOptions> = {
  tools: true,
  toolOptions: true,
  onNonStrict: true,
  signal: true,
};

export const handleOptionNames: OptionNames<HandleOptions> = { ...agentOptionNames, messages: true };

const { allowedTools: _, ...runnable } = agentOptionNames;
export const runnableToolsOptionNames: OptionNames<RunnableToolsOptions> = {
  ...runnable,
  ...getToolsOptionNames,
};
