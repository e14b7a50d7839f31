import { formatRequest } from "../server/log-requests.ts";
import { type SandboxServer, type SandboxServerOptions, startSandboxServer } from "../server/serve.ts";
import { createLogWriter } from "./create-log-writer.ts";
import { offerLinks } from "./offer-links.ts";
import { openInBrowser } from "./open-in-browser.ts";
import type { CommandOptions } from "./parse-flags.ts";

export interface ServeCommand extends CommandOptions {
  options: SandboxServerOptions;
}

export interface CommandErrors {
  /** What went wrong inside while serving; the caller was told only that something did. */
  tell(error: unknown): void;
  /** What ends the command. */
  fail(error: unknown): void;
}

/** Serves a sandbox until a signal comes, and writes down how it is reached and what is called. */
export async function serveCommand(command: ServeCommand, { tell, fail }: CommandErrors): Promise<void> {
  const write = createLogWriter();
  const server = await startSandboxServer({
    ...command.options,
    onError: tell,
    onProgress: (line) => void process.stderr.write(`codespar-sandbox: ${line}\n`),
    ...(command.quiet ? {} : { onRequest: (entry) => write(formatRequest(entry)) }),
  });
  const signals = ["SIGTERM", "SIGINT"] as const;
  const close = () => {
    // a second signal, whichever it is, ends the process at once
    for (const signal of signals) process.off(signal, close);
    server.close().then(() => process.exit(0), fail);
  };
  for (const signal of signals) process.on(signal, close);
  const inspector = server.inspectorUrl();
  if (command.open) openInBrowser(inspector);
  offerLinks(server.inspectorUrl, write);
  // last: its reader may send a signal at once
  write(greeting({ ...server, inspector }));
}

function greeting(
  server: Pick<SandboxServer, "apiKey" | "controlToken" | "emulated" | "url"> & { inspector: string },
): string {
  const { url, apiKey, controlToken, inspector, emulated } = server;
  const more = process.stdin.isTTY ? "; Enter prints another" : "";
  return [
    "CodeSpar sandbox: simulated providers, nothing real happens.",
    `  Base URL  ${url}`,
    `  API key   ${apiKey}`,
    `  Control   ${controlToken}`,
    `  Inspector ${inspector}`,
    `            (signs in once, within a minute${more})`,
    ...[...emulated].flatMap(([id, provider]) => [
      "",
      `  ${id}: ${provider.url}, also ${url}/providers/${id}`,
      `    credential  ${provider.credential}`,
    ]),
    "",
    `curl -s ${url}/v1/sessions -H "Authorization: Bearer ${apiKey}" -H "Content-Type: application/json" -d '{"preset":"brazilian"}'`,
  ].join("\n");
}
