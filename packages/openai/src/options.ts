import type { AgentOptions, ToolSelection } from "@codespar/sdk/agent";

export interface GetToolsOptions {
  /** @default the six meta-tools */
  tools?: ToolSelection | undefined;
  /** Strict mode, for tools whose schema can be rewritten for it; the others say `strict: false`. @default true */
  strict?: boolean | undefined;
  /** Told of each tool that cannot be strict. */
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

/** How tool calls are carried out. */
export type HandleOptions = AgentOptions;

/** How the tools of a runner are listed and carried out. */
export interface RunnerOptions extends GetToolsOptions, Omit<HandleOptions, "allowedTools" | "signal"> {}

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
