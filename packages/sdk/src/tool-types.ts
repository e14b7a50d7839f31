import type {
  ArgumentLiterals,
  Json,
  MetaToolArguments,
  MetaToolData,
  MetaToolName,
  ToolResult,
} from "@codespar/contract";

declare global {
  /** Arguments of native tools by name; filled by `import "@codespar/sdk/native-tools"`, or by declarations of your own. */
  interface CodeSparNativeTools {}
}

/** A tool's name: the six are completed by the editor, any native tool's is allowed. */
export type ToolName = MetaToolName | keyof CodeSparNativeTools | (string & {});

/** Arguments of the tool: for the six by action, method and type; JSON for native tools, unless they are typed. */
export type ToolArguments<Name extends string> = Name extends MetaToolName
  ? MetaToolArguments[Name]
  : Name extends keyof CodeSparNativeTools
    ? CodeSparNativeTools[Name]
    : Readonly<Record<string, unknown>>;

/** `result.data` of the tool, by its arguments: with method `"pix"`, `pix` is certain; with action `"quote"`, `quotes`. */
export type ToolData<
  Name extends string,
  Action = unknown,
  Method = unknown,
  Type = unknown,
> = Name extends MetaToolName ? MetaToolData<Name, Action, Method, Type> : Json;

/** A call of one tool. */
export interface ToolCallInput<
  Name extends string = string,
  Action = unknown,
  Method = unknown,
  Type = unknown,
> {
  name: Name;
  arguments: ToolArguments<Name> & ArgumentLiterals<Name, Action, Method, Type>;
}

/** What `action`, `method` and `type` can be, as literals. */
export type LiteralValue = string | number | boolean | object | null | undefined;

/** The result of one tool; `success` distinguishes a refusal. */
export type ToolResultOf<
  Name extends string,
  Action = unknown,
  Method = unknown,
  Type = unknown,
> = ToolResult<ToolData<Name, Action, Method, Type>>;
