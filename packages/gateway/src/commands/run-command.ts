import { helpText } from "../cli/help-text.ts";
import { type CommandName, type ParsedCommand, parseCommand } from "../cli/parse-command.ts";
import type { Terminal } from "../cli/terminal.ts";
import { UsageError } from "../cli/usage-error.ts";
import { version } from "../cli/version.ts";
import { ConfigError } from "../config/config-error.ts";
import type { Environment } from "../config/environment.ts";
import { resolveConfig } from "../config/resolve-config.ts";
import { check } from "./check.ts";
import type { CommandInput } from "./command-input.ts";
import { createKey } from "./create-key.ts";
import { createOrganisation } from "./create-organisation.ts";
import { listen } from "./listen.ts";
import { migrate } from "./migrate.ts";
import { record } from "./record.ts";
import { smoke } from "./smoke.ts";
import { start } from "./start.ts";
import { resumeOrganisation, suspendOrganisation } from "./suspend-organisation.ts";

export interface RunCommandOptions {
  args: readonly string[];
  environment: Environment;
  directory: string;
  terminal: Terminal;
}

const commands: Readonly<Record<CommandName, (input: CommandInput) => Promise<void>>> = {
  start,
  check,
  migrate,
  "org create": createOrganisation,
  "org suspend": suspendOrganisation,
  "org resume": resumeOrganisation,
  "key create": createKey,
  smoke,
  record,
  listen,
};

/** Runs a command line. Returns the exit code: 2 for a wrong command line or configuration, 1 for all else that fails. */
export async function runCommand({
  args,
  environment,
  directory,
  terminal,
}: RunCommandOptions): Promise<number> {
  try {
    const command = parseCommand(args);
    if (command.name === "help") terminal.print(helpText());
    else if (command.name === "version") terminal.print(version);
    else await run(command, command.name);
    return 0;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    const isUsage = error instanceof UsageError;
    const lines = isUsage ? [`${problem} See codespar-gateway --help.`] : problem.split("\n");
    for (const line of lines) terminal.complain(line);
    return isUsage || error instanceof ConfigError ? 2 : 1;
  }

  async function run(command: ParsedCommand, name: CommandName): Promise<void> {
    const { flags, configPath } = command;
    const config = await resolveConfig({ directory, environment, flags, configPath });
    const keyFile = command.keyFile ?? (environment.CODESPAR_KEY_FILE || undefined);
    await commands[name]({ command: { ...command, keyFile }, config, directory, environment, terminal });
  }
}
