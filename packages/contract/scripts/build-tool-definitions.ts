import { metaToolNames, metaToolRisks } from "../src/meta-tools/meta-tools.ts";
import type { ToolDefinition } from "../src/meta-tools/tool-definition.ts";
import { metaToolDescriptions } from "../src/schemas/meta-tool-descriptions.ts";
import { metaToolInputSchemas, metaToolOutputSchemas } from "../src/schemas/meta-tools.ts";
import { projectSchema } from "./project-schema.ts";

/** The six definitions, from the zod schemas. */
export function buildToolDefinitions(): ToolDefinition[] {
  return metaToolNames.map((name) => ({
    name,
    description: metaToolDescriptions[name],
    input_schema: projectSchema(metaToolInputSchemas[name], "input"),
    output_schema: projectSchema(metaToolOutputSchemas[name], "output"),
    server: "codespar",
    kind: "meta",
    risk: metaToolRisks[name],
  }));
}
