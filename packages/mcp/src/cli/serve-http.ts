import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { toNodeHandler } from "@modelcontextprotocol/node";
import { localhostAllowedHostnames } from "@modelcontextprotocol/server";
import { UsageError } from "../config/usage-error.ts";
import { isHost } from "../http/check-host.ts";
import { createMcpHandler } from "../http/create-mcp-handler.ts";
import type { McpOptions } from "../options.ts";
import type { SessionSource } from "../sessions/session-source.ts";
import type { HttpSettings } from "./read-settings.ts";

export interface HttpService {
  url: string;
  close(): Promise<void>;
}

const servedMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "DELETE", "OPTIONS"]);

/** Listens and serves `/mcp`. */
export async function serveHttp(
  source: SessionSource,
  settings: HttpSettings,
  options: McpOptions,
): Promise<HttpService> {
  const { host, port, bearerKey, allowedOrigins } = settings;
  const allowedHosts = settings.allowedHosts ?? [...localhostAllowedHostnames(), ...named(host)];
  const handler = createMcpHandler(source, { ...options, allowedHosts, allowedOrigins, bearerKey });
  const serve = toNodeHandler(handler);
  const server = createServer((request, response) => {
    const { method = "", headers } = request;
    // neither can be made a web request
    if (!servedMethods.has(method) || !isHost(headers.host ?? "")) {
      response.writeHead(400, { "content-type": "text/plain" }).end("Bad request: see method and Host.\n");
      return;
    }
    // Not as a URL: a target such as `//` is none, and any client can send it.
    if (request.url?.split("?", 1)[0] === "/mcp") {
      // Node's own request; only `undefined` in optional fields sets the two types apart.
      void serve(request as Parameters<typeof serve>[0], response);
      return;
    }
    response.writeHead(404, { "content-type": "text/plain" }).end("The MCP endpoint is /mcp.\n");
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, settings)));
    server.listen(port, host, resolve);
  });
  // what a server that listens on a port has for an address
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${actual}/mcp`,
    async close() {
      await handler.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An address to listen on is also a name, unless it stands for all of them. */
function named(host: string): string[] {
  if (host === "0.0.0.0" || host === "::") return [];
  return [host.includes(":") ? `[${host}]` : host];
}

function explain(error: NodeJS.ErrnoException, { host, port }: HttpSettings): Error {
  if (error.code === "EADDRINUSE")
    return new UsageError(`Port ${port} is taken. Choose another with --port.`);
  if (error.code === "EACCES") return new UsageError(`Port ${port} is not allowed. Choose one above 1023.`);
  return new UsageError(`Cannot listen on ${host}:${port}: ${error.message}`);
}
