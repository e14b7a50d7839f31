import type { ParsedCommand } from "../cli/parse-command.ts";
import type { Terminal } from "../cli/terminal.ts";
import type { Environment } from "../config/environment.ts";
import type { ResolvedConfig } from "../config/resolve-config.ts";

/** What every command gets. */
export interface CommandInput {
  command: ParsedCommand;
  config: ResolvedConfig;
  /** Where relative paths begin. */
  directory: string;
  environment: Environment;
  terminal: Terminal;
}
