import type { Risk, Tool } from "@codespar/sdk/agent";
import type { Tool as McpTool, ToolAnnotations } from "@modelcontextprotocol/server";

/** A tool of a session as MCP lists it. */
export function convertTool({ name, description, input_schema, output_schema, server, risk }: Tool): McpTool {
  return {
    name,
    title: getTitle(name),
    description,
    inputSchema: input_schema as McpTool["inputSchema"], // both are JSON Schemas of an object
    ...(output_schema === undefined ? {} : { outputSchema: output_schema as McpTool["outputSchema"] }), // likewise
    annotations: getAnnotations(name, risk),
    _meta: { "dev.codespar/risk": risk, "dev.codespar/server": server },
  };
}

/** The worst that the tool can do, in MCP's words. */
function getAnnotations(name: string, risk: Risk): ToolAnnotations {
  const readOnlyHint = risk === "read" || risk === "quote";
  return {
    readOnlyHint,
    // What was paid or authorised by a tax office cannot simply be undone; a message only adds to the world.
    destructiveHint: risk === "moves_money" || risk === "fiscal",
    idempotentHint: readOnlyHint,
    // Looking a tool up stays within CodeSpar.
    openWorldHint: name !== "codespar_discover",
  };
}

function getTitle(name: string): string {
  const words = name.replaceAll("_", " ").replace(/^codespar/, "CodeSpar");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
