import { CodeSparError, InvalidRequestError } from "@codespar/sdk";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { UsageError } from "../config/usage-error.ts";
import { createMcpServer } from "../create-mcp-server.ts";
import type { McpOptions } from "../options.ts";
import { version } from "../version.ts";
import { configCommand } from "./config-command.ts";
import { createSessionSource, type Opened } from "./create-session-source.ts";
import { help } from "./help.ts";
import { readSettings, type Settings } from "./read-settings.ts";
import { serveHttp } from "./serve-http.ts";
import { warnOfManyTools } from "./warn-of-many-tools.ts";

/** The bin. On stdio, stdout belongs to the protocol; everything for people goes to stderr. */
export async function main(args: string[]): Promise<void> {
  try {
    await run(args);
  } catch (error) {
    const isExpected = error instanceof UsageError || CodeSparError.isInstance(error);
    tell(isExpected ? error.message : `@codespar/mcp failed: ${String(error)}`);
    process.exitCode = 1;
  }
}

async function run(args: string[]): Promise<void> {
  if (args.some((arg) => arg === "--help" || arg === "-h") || args[0] === "help") return print(help);
  if (args.some((arg) => arg === "--version" || arg === "-v")) return print(`${version}\n`);
  if (args[0] === "config") return configCommand(args.slice(1), process.env, print);
  const settings = readSettings(args, process.env);
  const opened = createSessionSource(settings);
  if (settings.policy !== undefined) await checkPolicy(opened);
  const options: McpOptions = { tools: settings.tools, approve: opened.approve };
  // The reader of these lines may leave, and calls in flight must not end with them.
  process.stderr.on("error", () => {});
  if (settings.http === undefined) serveOverStdio(opened, options);
  else await serveOverHttp(opened, options, settings.http);
  if (settings.tools === "all") void warnOfManyTools(opened.source, tell);
  if (settings.apiKey === undefined) {
    tell("No CODESPAR_API_KEY: this is the sandbox. Providers are simulated and no money moves.");
  }
}

/** A limit that is not understood must not be found out by a call that should have been held back. */
async function checkPolicy({ source }: Opened): Promise<void> {
  await source.current().catch((error) => {
    if (InvalidRequestError.isInstance(error)) throw error;
  });
}

function serveOverStdio(opened: Opened, options: McpOptions): void {
  // A stray log of a dependency would break the protocol.
  // biome-ignore lint/suspicious/noConsole: nothing is logged, it is kept from stdout
  Object.assign(console, { log: console.error, info: console.error, debug: console.error });
  const handle = serveStdio(() => createMcpServer(opened.source, options));
  onStop(async () => {
    await handle.close();
    await opened.close();
  });
  process.stdin.once("close", () => void opened.close().finally(() => process.exit()));
}

async function serveOverHttp(
  opened: Opened,
  options: McpOptions,
  settings: NonNullable<Settings["http"]>,
): Promise<void> {
  const service = await serveHttp(opened.source, settings, options);
  tell(`MCP on ${service.url}`);
  onStop(async () => {
    await service.close();
    await opened.close();
  });
}

function onStop(stop: () => Promise<void>): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void stop().finally(() => process.exit()));
  }
}

function print(text: string): void {
  process.stdout.write(text);
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
