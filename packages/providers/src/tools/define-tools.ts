import type { ArgumentLimit } from "@codespar/backend/ports";
import type { JsonObjectSchema, Risk } from "@codespar/contract";

/** A native tool as its provider documents it. */
export interface NativeTool {
  description: string;
  /** JSON Schema of the native arguments, in the provider's own field names and units. */
  input: JsonObjectSchema;
  output?: JsonObjectSchema | undefined;
  /** What the provider limits and the schema cannot say, such as decimals or one currency's minimum. @default nothing */
  limits?: readonly ArgumentLimit[] | undefined;
  /** The argument, or a path to one, in front of which a connector writes its own reference, where the provider limits its length. */
  sharesReference?: string | undefined;
  /** @default what the tool's name says by the contract's rule */
  risk?: Risk | undefined;
}

/** Keeps the names of a provider's tools, so that handlers can be held against them. */
export function defineTools<const Name extends string>(
  tools: Readonly<Record<Name, NativeTool>>,
): Readonly<Record<Name, NativeTool>> {
  return tools;
}
