import type { JsonObjectSchema } from "../wire/json.ts";
import type { Tool } from "../wire/tool.ts";
import type { MetaToolName } from "./meta-tools.ts";

/** The definition of a meta-tool, as every session lists it. */
export interface ToolDefinition extends Tool {
  name: MetaToolName;
  output_schema: JsonObjectSchema;
  server: "codespar";
  kind: "meta";
}
