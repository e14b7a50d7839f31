import { writeFileSync } from "node:fs";
import { buildToolDefinitions } from "./build-tool-definitions.ts";

const text = `// Generated from the zod schemas by scripts/generate-tool-definitions.ts. Do not edit.
import type { ToolDefinition } from "../meta-tools/tool-definition.ts";

/** The six meta-tools, in the order in which they are listed everywhere. */
export const toolDefinitions: readonly ToolDefinition[] = ${JSON.stringify(buildToolDefinitions(), null, 2)};
`;
writeFileSync(new URL("../src/generated/tool-definitions.ts", import.meta.url), text);
