import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { planIds, suggest } from "@codespar/contract";
import { emulations } from "@codespar/providers/simulated";
import type { SandboxServerOptions } from "../server/serve.ts";

/** What is wrong with a command line, in one line. */
export class FlagError extends Error {
  override readonly name = "FlagError";
}

interface Flag {
  value: string;
  help: string;
  /** Reads the flag's value; throws `FlagError`. */
  read(value: string): SandboxServerOptions;
}

/** What the command itself does, beside the server's options. */
export interface CommandOptions {
  /** Opens the inspector in a browser. */
  open?: true;
  /** Logs no calls. */
  quiet?: true;
}

/** Flags without a value. */
const switches: Readonly<
  Record<string, { help: string; options?: CommandOptions; server?: SandboxServerOptions }>
> = {
  "--open": { help: "open the inspector in a browser", options: { open: true } },
  "--quiet": { help: "log no calls", options: { quiet: true } },
  "--require-connections": {
    help: "refuse a provider without stored credentials as needs_connection, as live mode does",
    server: { requireConnections: true },
  },
};

const flags: Readonly<Record<string, Flag>> = {
  "--port": {
    value: "4010",
    help: "where to listen; 0 takes a free port",
    read: (value) => ({ port: integer("--port", value, 65_535) }),
  },
  "--host": {
    value: "127.0.0.1",
    help: "where from it is reached; 0.0.0.0 from other devices and containers as well",
    read: (value) => ({ hostname: value }),
  },
  "--public-url": {
    value: "https://tunnel.example",
    help: "what addresses in results begin with; where it listens by default",
    read: (value) => ({ publicUrl: webOrigin("--public-url", value) }),
  },
  "--allowed-origin": {
    value: "https://shop.example,https://...",
    help: "pages of these may use the API, besides those of this machine",
    read: (value) => ({
      allowedOrigins: value.split(",").map((origin) => webOrigin("--allowed-origin", origin)),
    }),
  },
  "--plan": {
    value: planIds.join("|"),
    help: "quota and rate limit; hobby by default",
    read: (value) => ({ plan: oneOf("--plan", value, planIds) }),
  },
  "--seed": {
    value: "1",
    help: "the same seed and the same calls give the same responses",
    read: (value) => ({ seed: integer("--seed", value, 2 ** 32 - 1) }),
  },
  "--now": {
    value: "2026-01-31T12:00:00Z",
    help: "the clock stands still there until POST /sandbox/clock/advance",
    read: (value) => ({ now: instant(value) }),
  },
  "--key": {
    value: "csk_test_...",
    help: "the API key; a random one by default",
    read: (value) => ({ apiKey: testKey(value) }),
  },
  "--control-token": {
    value: "TOKEN",
    help: "sent by who uses the test control; a random one by default",
    read: (value) => ({ controlToken: controlToken(value) }),
  },
  "--data": {
    value: "DIR",
    help: "keep everything there and go on after a restart; in memory by default",
    read: (value) => ({ data: value }),
  },
  "--max-calls": {
    value: "250000",
    help: "calls that are kept in memory at a time; further ones are refused as not done",
    read: (value) => ({ maxCalls: integer("--max-calls", value, 1_000_000_000) }),
  },
  "--emulate": {
    value: "all|asaas,stripe",
    help: "speak these providers' own HTTP, each on a port of its own",
    read: (value) => ({ emulate: value === "all" ? "all" : emulatedProviders(value) }),
  },
  "--emulator-port": {
    value: "4011",
    help: "of the first emulated provider; 0 takes free ones",
    read: (value) => ({ emulatorPort: integer("--emulator-port", value, 65_535) }),
  },
  "--latency": {
    value: "none|realistic",
    help: "realistic takes as long as the real services",
    read: (value) => ({ latency: oneOf("--latency", value, ["none", "realistic"] as const) }),
  },
};

const parsedOptions: ParseArgsOptionsConfig = {
  help: { type: "boolean", short: "h" },
  ...Object.fromEntries(Object.keys(switches).map((name) => [name.slice(2), { type: "boolean" as const }])),
  ...Object.fromEntries(Object.keys(flags).map((name) => [name.slice(2), { type: "string" as const }])),
};

export type ParsedFlags = { help: true } | ({ help: false; options: SandboxServerOptions } & CommandOptions);

/** The server's options from a command line. Throws `FlagError` for what it does not understand. */
export function parseFlags(args: readonly string[]): ParsedFlags {
  // not strict, because its errors have no hints
  const { tokens } = parseArgs({ args: [...args], options: parsedOptions, strict: false, tokens: true });
  let options: SandboxServerOptions = {};
  let command: CommandOptions = {};
  for (const token of tokens) {
    if (token.kind === "option-terminator") throw unknownFlag("--");
    if (token.kind === "positional") throw unknownFlag(token.value);
    if (token.name === "help") return { help: true };
    const name = `--${token.name}`;
    const toggle = Object.hasOwn(switches, name) ? switches[name] : undefined;
    const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
    if (toggle !== undefined && token.value !== undefined) throw new FlagError(`${name} takes no value.`);
    if (toggle !== undefined) {
      command = { ...command, ...toggle.options };
      options = { ...options, ...toggle.server };
    } else if (flag === undefined) throw unknownFlag(token.rawName);
    else if (token.value === undefined || token.value === "")
      throw new FlagError(`${name} needs a value, such as ${name} ${flag.value}.`);
    else options = { ...options, ...flag.read(token.value) };
  }
  return { help: false, options, ...command };
}

/** How the command is used. */
export function helpText(): string {
  const lines = [
    ...Object.entries(flags).map(([name, { value, help }]) => [`${name} ${value}`, help] as const),
    ...Object.entries(switches).map(([name, { help }]) => [name, help] as const),
  ].map(([usage, help]) => `  ${usage.padEnd(42)}${help}`);
  return ["Usage: codespar-sandbox [flags]", "", ...lines, ""].join("\n");
}

function unknownFlag(name: string): FlagError {
  const names = [...Object.keys(flags), ...Object.keys(switches)];
  const [near] = suggest(name, names);
  const shown = JSON.stringify(name.slice(0, 60));
  return new FlagError(
    `${shown} is not a flag. ${near === undefined ? `Flags are ${names.join(", ")}.` : `Did you mean ${near}?`}`,
  );
}

function integer(name: string, value: string, max: number): number {
  if (/^\d{1,10}$/.test(value) && Number(value) <= max) return Number(value);
  throw new FlagError(
    `${name} takes a whole number from 0 to ${max}, not ${JSON.stringify(value.slice(0, 60))}.`,
  );
}

function oneOf<const Word extends string>(name: string, value: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  const [near] = suggest(value, words);
  const hint = near === undefined ? "" : ` Did you mean ${near}?`;
  throw new FlagError(`${name} takes ${words.join(", ")}, not ${JSON.stringify(value.slice(0, 60))}.${hint}`);
}

function instant(value: string): string {
  const isWhole = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d)$/.test(value);
  if (isWhole && !Number.isNaN(Date.parse(value))) return value;
  throw new FlagError(
    `--now takes RFC 3339 with an offset, such as 2026-01-31T12:00:00Z, not ${JSON.stringify(value.slice(0, 60))}.`,
  );
}

function emulatedProviders(value: string): string[] {
  const known = [...emulations.keys()];
  return value.split(",").map((id) => {
    if (known.includes(id)) return id;
    const [near] = suggest(id, known);
    const hint = near === undefined ? "" : ` Did you mean ${near}?`;
    throw new FlagError(
      `--emulate takes all, or of ${known.join(", ")}; not ${JSON.stringify(id.slice(0, 60))}.${hint}`,
    );
  });
}

function webOrigin(name: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  throw new FlagError(
    `${name} takes an address without a path, such as https://tunnel.example, not ${JSON.stringify(value.slice(0, 60))}.`,
  );
}

function controlToken(value: string): string {
  if (/^[\x21-\x7e]{8,200}$/.test(value)) return value;
  throw new FlagError("--control-token takes 8 to 200 visible characters.");
}

function testKey(value: string): string {
  if (/^csk_test_[A-Za-z0-9_-]{1,200}$/.test(value)) return value;
  // it may be a live key, so it is not shown
  throw new FlagError("--key takes a test key: csk_test_ and letters, digits, - or _.");
}
