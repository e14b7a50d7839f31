#!/usr/bin/env node
import { explainOldNode } from "@codespar/node-runtime/node-version";

/** `npx @codespar/sandbox`: serves a sandbox until it is told to stop. */
async function main(): Promise<void> {
  const tooOld = explainOldNode(process.version, "@codespar/sandbox");
  if (tooOld !== undefined) return fail(tooOld);
  // after the check: an old Node might not even read these
  const [{ FlagError, helpText, parseFlags }, { startSandboxServer }] = await Promise.all([
    import("./cli/parse-flags.ts"),
    import("./server/serve.ts"),
  ]);
  try {
    const parsed = parseFlags(process.argv.slice(2));
    if (parsed.help) return console.log(helpText());
    const server = await startSandboxServer({ ...parsed.options, onError: tell });
    const signals = ["SIGTERM", "SIGINT"] as const;
    const close = () => {
      // a second signal, whichever it is, ends the process at once
      for (const signal of signals) process.off(signal, close);
      server.close().then(() => process.exit(0), fail);
    };
    for (const signal of signals) process.on(signal, close);
    // last: who reads it may send a signal at once
    console.log(greeting(server));
  } catch (error) {
    fail(error instanceof FlagError ? `${error.message} See codespar-sandbox --help.` : error);
  }
}

function greeting({ url, apiKey }: { url: string; apiKey: string }): string {
  return [
    "CodeSpar sandbox: simulated providers, nothing real happens.",
    `  Base URL  ${url}`,
    `  API key   ${apiKey}`,
    "",
    `curl -s ${url}/v1/sessions -H "Authorization: Bearer ${apiKey}" -H "Content-Type: application/json" -d '{"preset":"brazilian"}'`,
  ].join("\n");
}

/** What went wrong inside while serving; the caller was told only that something did. */
function tell(error: unknown): void {
  console.error("codespar-sandbox:", error);
}

function fail(error: unknown): void {
  console.error(`codespar-sandbox: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

void main();
