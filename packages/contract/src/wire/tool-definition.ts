import type { MetaToolName } from "../meta-tools/meta-tools.ts";
import type { JsonObjectSchema } from "./json.ts";
import type { Tool } from "./tool.ts";

/** The definition of a meta-tool, as every session lists it. */
export interface ToolDefinition extends Tool {
  name: MetaToolName;
  output_schema: JsonObjectSchema;
  server: "codespar";
  kind: "meta";
}
