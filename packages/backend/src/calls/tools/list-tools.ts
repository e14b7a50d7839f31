import { type ListToolsQuery, type Tool, toolDefinitions } from "@codespar/contract";
import { isOnSharedAccount } from "../../accounts/connections/shared-account.ts";
import type { BackendContext } from "../../context.ts";
import type { ProviderTool } from "../../ports/provider.ts";
import type { SessionRecord } from "../../store/store.ts";
import { pinnedArguments } from "../policy/check-policy.ts";

/** The session's tools: the meta-tools first, then those of its servers in the order in which they were attached. */
export async function listTools(
  context: BackendContext,
  session: SessionRecord,
  query: ListToolsQuery,
): Promise<Tool[]> {
  const ofServers = await Promise.all(
    session.servers.map(async (server) => {
      const tools = context.providers.get(server)?.tools ?? [];
      if (tools.length === 0 || (await isOnSharedAccount(context, session, server))) return [];
      return tools.map((tool) => nativeTool(server, tool));
    }),
  );
  const native = ofServers.flat();
  const allowed = session.policy?.allowed_tools;
  return [...toolDefinitions, ...native]
    .filter((tool) => (allowed?.includes(tool.name) ?? true) && isAskedFor(tool, query))
    .map((tool) => withoutPinned(tool, pinnedArguments(session.policy, tool.name)));
}

/** The tool as a model sees it: what is pinned is not for it to fill in. */
function withoutPinned(tool: Tool, pinned: Readonly<Record<string, unknown>>): Tool {
  const names = Object.keys(pinned);
  if (names.length === 0) return tool;
  const { properties = {}, required, ...rest } = tool.input_schema;
  const isShown = (name: string) => !names.includes(name);
  return {
    ...tool,
    input_schema: {
      ...rest,
      properties: Object.fromEntries(Object.entries(properties).filter(([name]) => isShown(name))),
      ...(required === undefined ? {} : { required: required.filter(isShown) }),
    },
  };
}

function nativeTool(server: string, tool: ProviderTool): Tool {
  return {
    name: tool.name,
    description: tool.description,
    input_schema: tool.inputSchema,
    ...(tool.outputSchema === undefined ? {} : { output_schema: tool.outputSchema }),
    server,
    kind: "native",
    risk: tool.risk,
  };
}

function isAskedFor(tool: Tool, { server, kind, q }: ListToolsQuery): boolean {
  if (server !== undefined && tool.server !== server) return false;
  if (kind !== undefined && tool.kind !== kind) return false;
  if (q === undefined) return true;
  const text = `${tool.name} ${tool.description}`.toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
