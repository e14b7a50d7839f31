import { type AgentSession, checkKnownOptions, type OptionNames } from "@codespar/sdk/agent";
import {
  localhostAllowedHostnames,
  type McpHttpHandler,
  originValidationResponse,
  createMcpHandler as serveHttp,
} from "@modelcontextprotocol/server";
import { createApprovalQuestions } from "../approvals/approval-questions.ts";
import { buildServer } from "../create-mcp-server.ts";
import { type McpOptions, mcpOptionNames } from "../options.ts";
import { type SessionSource, toSessionSource } from "../sessions/session-source.ts";
import { createToolListCache } from "../tools/tool-list-cache.ts";
import { acceptAll } from "./accept-all.ts";
import { checkBearer } from "./check-bearer.ts";
import { checkHost } from "./check-host.ts";

export interface McpHandlerOptions extends McpOptions {
  /** Names under which the server is reached, without ports, compared with `Host`. @default loopback */
  allowedHosts?: readonly string[] | undefined;
  /** Hostnames of pages that may call it, compared with `Origin`; a request without one passes. @default allowedHosts */
  allowedOrigins?: readonly string[] | undefined;
  /** What clients have to send as bearer token. Required as soon as a host is not loopback. */
  bearerKey?: string | undefined;
  /** Called for requests that were refused and of what went wrong inside. */
  onError?: ((error: Error) => void) | undefined;
}

const handlerOptionNames: OptionNames<McpHandlerOptions> = {
  ...mcpOptionNames,
  allowedHosts: true,
  allowedOrigins: true,
  bearerKey: true,
  onError: true,
};

/**
 * Streamable HTTP as a function from a web request to its response, for both eras of the protocol.
 * @example
 * export default createMcpHandler(session);
 */
export function createMcpHandler(
  session: AgentSession | SessionSource,
  options: McpHandlerOptions = {},
): McpHttpHandler {
  checkKnownOptions(options, handlerOptionNames, "options");
  const loopback = localhostAllowedHostnames();
  const { allowedHosts = loopback, allowedOrigins = allowedHosts, bearerKey, onError } = options;
  if (bearerKey === undefined && allowedHosts.some((host) => !loopback.includes(host))) {
    throw new TypeError(
      "Set bearerKey: a server that is reached from elsewhere than this machine needs a key, because it spends money.",
    );
  }
  if (bearerKey?.trim() === "") throw new TypeError("bearerKey is empty.");
  const toolList = createToolListCache(toSessionSource(session), options);
  const shared = { toolList, questions: createApprovalQuestions(), options };
  const handler = serveHttp(() => buildServer(shared), onError === undefined ? {} : { onerror: onError });
  const stopListening = toolList.onChange(() => handler.notify.toolsChanged());
  return {
    ...handler,
    async fetch(request, requestOptions) {
      const refused =
        checkHost(request, allowedHosts) ??
        originValidationResponse(request, [...allowedOrigins]) ??
        (bearerKey === undefined ? undefined : await checkBearer(request, bearerKey));
      return refused ?? handler.fetch(acceptAll(request), requestOptions);
    },
    async close() {
      stopListening();
      await handler.close();
    },
  };
}
