import { type AgentSession, checkKnownOptions } from "@codespar/sdk/agent";
import { Server } from "@modelcontextprotocol/server";
import { createApprovalQuestions } from "./approvals/approval-questions.ts";
import { type McpOptions, mcpOptionNames } from "./options.ts";
import { type SessionSource, toSessionSource } from "./sessions/session-source.ts";
import { type CallContext, callTool } from "./tools/call-tool.ts";
import { convertTool } from "./tools/convert-tool.ts";
import { createToolListCache } from "./tools/tool-list-cache.ts";
import { version } from "./version.ts";

/**
 * An MCP server with a session's tools, to connect to a transport of your own.
 * @example
 * serveStdio(() => createMcpServer(session));
 */
export function createMcpServer(session: AgentSession | SessionSource, options: McpOptions = {}): Server {
  checkKnownOptions(options, mcpOptionNames, "options");
  const toolList = createToolListCache(toSessionSource(session), options);
  const server = buildServer({ toolList, questions: createApprovalQuestions(), options });
  const stopListening = toolList.onChange(() => {
    // Without a connection there is nobody to tell.
    server.sendToolListChanged().catch(() => {});
  });
  server.onclose = stopListening;
  return server;
}

/** A server over what its connections share: cheap, because HTTP asks for one with every request. */
export function buildServer(shared: CallContext): Server {
  const { toolList, questions, options } = shared;
  const { serverInfo = { name: "codespar", version } } = options;
  const server = new Server(
    { title: "CodeSpar", ...serverInfo },
    {
      capabilities: { tools: { listChanged: true } },
      instructions,
      requestState: { verify: questions.verify },
    },
  );
  server.setRequestHandler("tools/list", async () => ({
    tools: (await toolList.list()).map(convertTool),
  }));
  server.setRequestHandler("tools/call", (request, context) =>
    callTool(shared, request, context, server.getClientCapabilities()),
  );
  return server;
}

const instructions =
  "Commerce in Latin America. Amounts are integers in minor units: 9990 is R$ 99.90. An error says in `next` what to do; never repeat a call whose status is `unknown`.";
