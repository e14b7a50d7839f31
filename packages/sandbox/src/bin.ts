#!/usr/bin/env node
import { explainOldNode } from "@codespar/node-runtime/node-version";

/** `npx @codespar/sandbox`: serves a sandbox until it is told to stop. */
async function main(): Promise<void> {
  const tooOld = explainOldNode(process.version, "@codespar/sandbox");
  if (tooOld !== undefined) return fail(tooOld);
  // after the check: an old Node might not even read these
  const { FlagError, helpText, parseFlags } = await import("./cli/parse-flags.ts");
  const { serveCommand } = await import("./cli/serve-command.ts");
  try {
    const parsed = parseFlags(process.argv.slice(2));
    if (parsed.help) return console.log(helpText());
    await serveCommand(parsed, { tell, fail });
  } catch (error) {
    fail(error instanceof FlagError ? `${error.message} See codespar-sandbox --help.` : error);
  }
}

/** What went wrong inside while serving; the caller was told only that something did. */
function tell(error: unknown): void {
  console.error("codespar-sandbox:", error);
}

function fail(error: unknown): void {
  const { message = error }: { message?: unknown } = Object(error);
  console.error(`codespar-sandbox: ${String(message)}`);
  process.exitCode = 1;
}

void main();
