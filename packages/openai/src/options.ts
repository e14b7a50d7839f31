import {
  type AgentOptions,
  agentOptionNames,
  type OptionNames,
  type ToolSelection,
} from "@codespar/sdk/agent";
import type { ChatCompletionMessageParam } from "openai/resources/chat/completions";
import type { ResponseInputItem } from "openai/resources/responses/responses";

export interface GetToolsOptions {
  /** @default the six meta-tools */
  tools?: ToolSelection | undefined;
  /** Strict mode, for tools whose schema can be rewritten for it; the others say `strict: false`. @default true */
  strict?: boolean | undefined;
  /** Called for each tool that cannot be strict. */
  onNonStrict?: ((toolName: string, reason: string) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Which tools the Responses API is given, and how. */
export interface ResponseToolsOptions extends GetToolsOptions {
  /**
   * Also says what a tool's output is, such as for programs that a model writes over tools (`programmatic_tool_calling`).
   * It describes failures and calls that wait for a person too, and doubles the list.
   * @default false
   */
  outputSchemas?: boolean | undefined;
}

/** How tool calls of chat completions are carried out. */
export interface HandleOptions extends AgentOptions {
  /**
   * The conversation so far, for servers whose ids start again each turn: it distinguishes a second equal call from a replay.
   * @default ids, with name and arguments, are unique in the scope
   */
  messages?: readonly ChatCompletionMessageParam[] | undefined;
}

/** How function calls of the Responses API are carried out. */
export interface HandleFunctionCallOptions extends AgentOptions {
  /** As `messages` of chat completions: the conversation's items so far. */
  input?: readonly ResponseInputItem[] | undefined;
}

/** How the tools of a runner are listed and carried out. */
export interface RunnerOptions extends GetToolsOptions, Omit<AgentOptions, "allowedTools" | "signal"> {}

/** How the functions of `ResponsesToolRunner` are listed and carried out. */
export interface RunnerFunctionsOptions extends RunnerOptions, Pick<ResponseToolsOptions, "outputSchemas"> {}

/** How the tools of `runTools` are listed and carried out. */
export interface RunnableToolsOptions extends RunnerOptions {
  /**
   * Strict mode. With it, the runner parses arguments itself and ends the run when they are not whole JSON; without,
   * the model is told.
   * @default false
   */
  strict?: boolean | undefined;
}

export const getToolsOptionNames: OptionNames<GetToolsOptions> = {
  tools: true,
  strict: true,
  onNonStrict: true,
  signal: true,
};

export const responseToolsOptionNames: OptionNames<ResponseToolsOptions> = {
  ...getToolsOptionNames,
  outputSchemas: true,
};

export const handleOptionNames: OptionNames<HandleOptions> = { ...agentOptionNames, messages: true };

export const handleFunctionCallOptionNames: OptionNames<HandleFunctionCallOptions> = {
  ...agentOptionNames,
  input: true,
};

const { allowedTools: _, ...runner } = agentOptionNames;
export const runnerOptionNames: OptionNames<RunnerOptions> = { ...runner, ...getToolsOptionNames };

export const runnerFunctionsOptionNames: OptionNames<RunnerFunctionsOptions> = {
  ...runnerOptionNames,
  outputSchemas: true,
};
