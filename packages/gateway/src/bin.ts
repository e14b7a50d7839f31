#!/usr/bin/env node
import { explainOldNode } from "@codespar/node-runtime/node-version";

/** `npx @codespar/gateway`: one command of the gateway. */
async function main(): Promise<void> {
  const tooOld = explainOldNode(process.version, "@codespar/gateway");
  if (tooOld !== undefined) {
    process.stderr.write(`codespar-gateway: ${tooOld}\n`);
    process.exitCode = 1;
    return;
  }
  // after the check: an old Node might not even read these
  const [{ runCommand }, { processTerminal }] = await Promise.all([
    import("./commands/run-command.ts"),
    import("./cli/terminal.ts"),
  ]);
  const terminal = processTerminal();
  const { env: environment } = process;
  const code = await runCommand({
    args: process.argv.slice(2),
    environment,
    directory: process.cwd(),
    terminal,
  });
  // what a provider is still asked must not keep the process: it goes on at the next start
  process.exit(code);
}

void main();
