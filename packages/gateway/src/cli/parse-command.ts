import { parseArgs } from "node:util";
import { planIds, scopes, suggest } from "@codespar/contract";
import type { GatewayConfig } from "../config/gateway-config.ts";
import { UsageError } from "./usage-error.ts";

/** Every flag of every command. */
const options = {
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
  config: { type: "string" },
  data: { type: "string" },
  host: { type: "string" },
  port: { type: "string" },
  "public-url": { type: "string" },
  "key-file": { type: "string" },
  name: { type: "string" },
  organisation: { type: "string" },
  plan: { type: "string" },
  scopes: { type: "string" },
  test: { type: "boolean" },
  out: { type: "string" },
  yes: { type: "boolean" },
} as const;

type Flag = keyof typeof options;
type TextFlag = Exclude<Flag, "help" | "test" | "version" | "yes">;

/** The flags that each command takes beside `--config`, `--data` and `--help`. */
const commands = {
  start: ["host", "port", "public-url", "key-file"],
  migrate: [],
  check: [],
  "org create": ["name", "plan", "test", "key-file"],
  "org suspend": ["organisation"],
  "org resume": ["organisation"],
  "key create": ["organisation", "name", "scopes", "key-file"],
  smoke: [],
  record: ["out", "yes"],
  listen: [],
} as const satisfies Record<string, readonly Flag[]>;

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands) as CommandName[]; // the keys of the table above

export interface ParsedCommand {
  name: CommandName | "help" | "version";
  /** What stands behind the command, such as a provider. */
  operands: readonly string[];
  flags: GatewayConfig;
  configPath?: string | undefined;
  keyFile?: string | undefined;
  /** The text of a flag of this command. */
  text(flag: TextFlag): string | undefined;
  test: boolean;
  yes: boolean;
}

/** Reads a command line. Throws `UsageError` for what it does not understand. */
export function parseCommand(args: readonly string[]): ParsedCommand {
  const { values, positionals } = parseStrictly(args);
  const { name, operands } = getCommand(positionals);
  const text = (flag: TextFlag) => values[flag];
  const flags: GatewayConfig = {
    host: values.host,
    // what is no number stays text, which the schema refuses by name
    port: numberOr(values.port) as number | undefined,
    publicUrl: values["public-url"],
    data: values.data,
  };
  const parsed = {
    operands,
    flags,
    configPath: values.config,
    keyFile: values["key-file"],
    text,
    test: values.test ?? false,
    yes: values.yes ?? false,
  };
  if (values.help === true) return { ...parsed, name: "help" };
  if (values.version === true) return { ...parsed, name: "version" };
  const allowed: readonly string[] = ["config", "data", ...commands[name]];
  for (const flag of Object.keys(values)) {
    if (!allowed.includes(flag)) {
      throw new UsageError(
        `${name} takes no --${flag}. It takes ${allowed.map((each) => `--${each}`).join(", ")}.`,
      );
    }
  }
  if (name !== "smoke" && name !== "record" && operands.length > 0) {
    throw new UsageError(`${name} takes no ${JSON.stringify(operands[0]?.slice(0, 60))}.`);
  }
  checkWord("--plan", values.plan, planIds);
  for (const scope of values.scopes?.split(",") ?? []) checkWord("--scopes", scope, scopes);
  return { ...parsed, name };
}

function parseStrictly(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, flag] = /^Unknown option '(-{1,2}[^']{1,60})'/.exec(message) ?? [];
    if (flag === undefined) throw new UsageError(message.split(". ", 1)[0]?.concat(".") ?? message);
    const [near] = suggest(flag, Object.keys(options));
    throw new UsageError(`${flag} is not a flag.${near === undefined ? "" : ` Did you mean --${near}?`}`);
  }
}

function getCommand(positionals: readonly string[]): { name: CommandName; operands: readonly string[] } {
  if (positionals.length === 0) return { name: "start", operands: [] };
  for (const words of [2, 1]) {
    const wanted = positionals.slice(0, words).join(" ");
    const name = commandNames.find((each) => each === wanted);
    if (name !== undefined) return { name, operands: positionals.slice(words) };
  }
  const typed = positionals.slice(0, 2).join(" ");
  const [near] = suggest(typed, commandNames);
  const hint = near === undefined ? `Commands are ${commandNames.join(", ")}.` : `Did you mean ${near}?`;
  throw new UsageError(`${JSON.stringify(typed.slice(0, 60))} is not a command. ${hint}`);
}

function checkWord(flag: string, word: string | undefined, words: readonly string[]): void {
  if (word === undefined || words.includes(word)) return;
  const [near] = suggest(word, words);
  const hint = near === undefined ? `Take one of ${words.join(", ")}.` : `Did you mean ${near}?`;
  throw new UsageError(`${flag}: there is no ${JSON.stringify(word.slice(0, 60))}. ${hint}`);
}

function numberOr(text: string | undefined): number | string | undefined {
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : text;
}
