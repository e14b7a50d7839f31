import type { Json, MetaToolInputs, MetaToolName, MetaToolOutput, ToolResult } from "@codespar/contract";

/** A tool's name: the six are completed by the editor, any native tool's is allowed. */
export type ToolName = MetaToolName | (string & {});

/** Arguments of the tool: fixed for the six, JSON for native tools. */
export type ToolArguments<Name extends string> = Name extends MetaToolName
  ? MetaToolInputs[Name]
  : Readonly<Record<string, unknown>>;

/** `result.data` of the tool; for some tools also by `action`: with `"quote"`, `quotes` is certain. */
export type ToolData<Name extends string, Action = unknown> = Name extends MetaToolName
  ? MetaToolOutput<Name, { action: Action }>
  : Json;

/** A call of one tool. */
export interface ToolCallInput<Name extends string = string, Action = unknown> {
  name: Name;
  arguments: ToolArguments<Name> & { action?: Action };
}

/** What `action` can be, told as a literal. */
export type ActionValue = string | number | boolean | object | null | undefined;

/** The result of one tool; `success` tells a refusal apart. */
export type ToolResultOf<Name extends string, Action = unknown> = ToolResult<ToolData<Name, Action>>;
