import { parseArgs } from "node:util";
import type { Policy } from "@codespar/sdk";
import { isLoopbackHostname, suggest } from "@codespar/sdk/agent";
import { UsageError } from "../config/usage-error.ts";
import { readPolicy } from "./read-policy.ts";

/** What the bin was told, by flags first and the environment else. */
export interface Settings {
  /** Undefined: the embedded sandbox. */
  apiKey: string | undefined;
  baseUrl: string | undefined;
  servers: string[] | undefined;
  preset: string | undefined;
  metadata: Record<string, string> | undefined;
  /** @default the six meta-tools */
  tools: "all" | string[] | undefined;
  /** What the session allows, and what a person has to approve. @default no limits */
  policy: Policy | undefined;
  http: HttpSettings | undefined;
}

export interface HttpSettings {
  host: string;
  port: number;
  allowedHosts: string[] | undefined;
  allowedOrigins: string[] | undefined;
  /** What clients have to send; needed off loopback. */
  bearerKey: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const flags = {
  servers: { type: "string" },
  server: { type: "string", multiple: true },
  preset: { type: "string" },
  metadata: { type: "string", multiple: true },
  tools: { type: "string" },
  policy: { type: "string" },
  "require-approval": { type: "string", multiple: true },
  "base-url": { type: "string" },
  http: { type: "boolean" },
  host: { type: "string" },
  port: { type: "string" },
  "allowed-host": { type: "string", multiple: true },
  "allowed-origin": { type: "string", multiple: true },
} as const;

export function readSettings(args: readonly string[], env: Environment): Settings {
  const values = parseFlags(args);
  const servers = list(values.servers ?? values.server?.join() ?? read(env, "CODESPAR_SERVERS"));
  const preset = values.preset ?? read(env, "CODESPAR_PRESET");
  const tools = values.tools ?? read(env, "CODESPAR_TOOLS");
  return {
    apiKey: read(env, "CODESPAR_API_KEY"),
    baseUrl: values["base-url"] ?? read(env, "CODESPAR_BASE_URL"),
    servers,
    preset: preset ?? (servers === undefined ? "all" : undefined),
    metadata: readMetadata(values.metadata ?? list(read(env, "CODESPAR_METADATA"))),
    tools: tools === "all" ? "all" : list(tools),
    policy: readPolicy(
      values.policy ?? read(env, "CODESPAR_POLICY"),
      values["require-approval"]?.flatMap((limits) => list(limits) ?? []) ??
        list(read(env, "CODESPAR_REQUIRE_APPROVAL")),
    ),
    http: values.http === true ? readHttp(values, env) : refuseHttpFlags(values),
  };
}

function parseFlags(args: readonly string[]) {
  // the command of the 0.11 server, which had others; this one only serves
  const own = args[0] === "serve" ? args.slice(1) : [...args];
  try {
    return parseArgs({ args: own, options: flags, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, unknown = ""] = /^Unknown option '--([^']+)'/.exec(message) ?? [];
    const [nearest] = suggest(unknown, Object.keys(flags));
    const hint = nearest === undefined ? "" : ` Did you mean --${nearest}?`;
    throw new UsageError(`${message}.${hint} --help lists what there is.`);
  }
}

type Flags = ReturnType<typeof parseFlags>;

function readHttp(values: Flags, env: Environment): HttpSettings {
  const { host = "127.0.0.1" } = values;
  const bearerKey = read(env, "CODESPAR_MCP_BEARER_KEY");
  if (!isLoopbackHostname(host) && bearerKey === undefined) {
    throw new UsageError(
      `--host ${host} can be reached from elsewhere. Set CODESPAR_MCP_BEARER_KEY, which clients then send as bearer token.`,
    );
  }
  return {
    host,
    port: readPort(values.port ?? "4020"),
    allowedHosts: values["allowed-host"],
    allowedOrigins: values["allowed-origin"],
    bearerKey,
  };
}

function refuseHttpFlags(values: Flags): undefined {
  for (const flag of ["host", "port", "allowed-host", "allowed-origin"] as const) {
    if (values[flag] !== undefined) throw new UsageError(`--${flag} needs --http.`);
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port ${text} is not a port. Give a number up to 65535; 0 takes any free one.`);
}

function readMetadata(pairs: readonly string[] | undefined): Record<string, string> | undefined {
  if (pairs === undefined) return undefined;
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) throw new UsageError(`--metadata ${pair} is not a pair. Write it as tenant_id=acme.`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** An empty variable counts as none, and so does a reference that the client did not fill in. */
function read(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === undefined || value === "" || /^\$\{.*\}$/.test(value) ? undefined : value;
}

function list(text: string | undefined): string[] | undefined {
  const items = text?.split(",").flatMap((item) => (item.trim() === "" ? [] : [item.trim()]));
  return items === undefined || items.length === 0 ? undefined : items;
}
