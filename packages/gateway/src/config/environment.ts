import { readFileSync } from "node:fs";
import { findServer, servers, suggest } from "@codespar/contract";
import { ConfigError } from "./config-error.ts";

/** Variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

interface Variable {
  /** Where its value stands in the configuration. */
  path: string;
  kind: "list" | "number" | "text";
  help: string;
}

/** What can be set by environment variables, in the order of the help text. */
export const variables: Readonly<Record<string, Variable>> = {
  CODESPAR_HOST: { path: "host", kind: "text", help: "address to listen on; 127.0.0.1 by default" },
  CODESPAR_PORT: {
    path: "port",
    kind: "number",
    help: "port to listen on; PORT is read as well; 4000 by default",
  },
  CODESPAR_PUBLIC_URL: {
    path: "publicUrl",
    kind: "text",
    help: "where people and providers reach the gateway",
  },
  CODESPAR_DATA: {
    path: "data",
    kind: "text",
    help: "directory of database and master key; ./codespar-data by default",
  },
  CODESPAR_PROVIDERS_ON: {
    path: "providers.on",
    kind: "list",
    help: "providers that can be used, by commas; all by default",
  },
  CODESPAR_PROVIDERS_OFF: { path: "providers.off", kind: "list", help: "providers that cannot be used" },
  CODESPAR_CONCURRENT_REQUESTS: {
    path: "limits.concurrentRequests",
    kind: "number",
    help: "requests in flight; 1000 by default",
  },
  CODESPAR_CALLS_PER_CONNECTION: {
    path: "limits.callsPerConnection",
    kind: "number",
    help: "calls under way at one provider connection; 20 by default",
  },
  CODESPAR_DATABASE_CONNECTIONS: {
    path: "limits.databaseConnections",
    kind: "number",
    help: "connections to PostgreSQL; 10 by default",
  },
  CODESPAR_PROVIDER_TIMEOUT_MS: {
    path: "limits.providerTimeoutMs",
    kind: "number",
    help: "when a provider's response counts as lost; 30000 by default",
  },
  CODESPAR_DRAIN_MS: {
    path: "limits.drainMs",
    kind: "number",
    help: "time for requests in flight at the end; 10000 by default",
  },
  CODESPAR_LOG_DAYS: {
    path: "retention.logDays",
    kind: "number",
    help: "days of the tool-call log; 400 by default",
  },
  CODESPAR_TRUSTED_PROXIES: {
    path: "trustedProxies",
    kind: "list",
    help: "addresses whose X-Forwarded-For is believed",
  },
  CODESPAR_RETURN_ORIGINS: {
    path: "connect.returnOrigins",
    kind: "list",
    help: "where the connect page may send people back",
  },
  CODESPAR_LOG_LEVEL: { path: "logLevel", kind: "text", help: "debug, info, warn or error" },
};

/** Variables that are read elsewhere: by the commands, or by the SDK in the same environment. */
const others = [
  "CODESPAR_CONFIG",
  "CODESPAR_KEY_FILE",
  "CODESPAR_MASTER_KEY",
  "CODESPAR_MASTER_KEY_FILE",
  "CODESPAR_API_KEY",
  "CODESPAR_BASE_URL",
];

/** The configuration that the environment holds, with the variable's name by path. Throws for names that are typing errors. */
export function readEnvironment(environment: Environment): { config: object; sources: Map<string, string> } {
  const problems: string[] = [];
  const sources = new Map<string, string>();
  const config: Record<string, unknown> = {};
  const set = (path: string, name: string, value: unknown) => {
    sources.set(path, name);
    setAt(config, path.split("."), value);
  };
  if (isSet(environment.PORT)) set("port", "PORT", readValue("number", environment.PORT));
  for (const [name, text] of Object.entries(environment)) {
    if (!name.startsWith("CODESPAR_") || !isSet(text)) continue;
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const oauth = /^CODESPAR_OAUTH_([A-Z0-9_]+)_CLIENT_(ID|SECRET)$/.exec(name);
    const webhooks = /^CODESPAR_WEBHOOKS_([A-Z0-9_]+?)_(SECRET|VERIFY_TOKEN)$/.exec(name);
    if (variable !== undefined) {
      set(variable.path, name, readValue(variable.kind, text));
    } else if (oauth !== null) {
      const server = readProvider(oauth[1] ?? "", name, problems);
      set(`oauth.${server}.client${oauth[2] === "ID" ? "Id" : "Secret"}`, name, text);
    } else if (webhooks !== null) {
      const server = readProvider(webhooks[1] ?? "", name, problems);
      set(`webhooks.${server}.${webhooks[2] === "SECRET" ? "secret" : "verifyToken"}`, name, text);
    } else if (!others.includes(name)) {
      const [near] = suggest(name, [...Object.keys(variables), ...others]);
      if (near !== undefined)
        problems.push(`${name} is not a variable of the gateway. Did you mean ${near}?`);
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return { config, sources };
}

/** The provider that a part of a variable's name means. */
function readProvider(part: string, name: string, problems: string[]): string {
  const id = part.toLowerCase().replaceAll("_", "-");
  const server = findServer(id)?.id ?? id;
  if (!servers.some((each) => each.id === server)) problems.push(`${name}: ${id} is no provider.`);
  return server;
}

/** A secret from a variable, or from the file that `NAME_FILE` names. Never shown in what is thrown. */
export function readSecret(environment: Environment, name: string): string | undefined {
  const [text, path] = [environment[name], environment[`${name}_FILE`]];
  if (isSet(text) && isSet(path)) throw new ConfigError([`${name} and ${name}_FILE are both set. Keep one.`]);
  if (!isSet(path)) return isSet(text) ? text : undefined;
  try {
    return readFileSync(path, "utf8").trim();
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
    throw new ConfigError([`${name}_FILE: ${path} cannot be read${code}.`]);
  }
}

/** An empty variable counts as none: compose files and shells make them. */
function isSet(text: string | undefined): text is string {
  return text !== undefined && text !== "";
}

function readValue(kind: Variable["kind"], text: string): unknown {
  if (kind === "list")
    return text
      .split(",")
      .map((entry) => entry.trim())
      .filter((entry) => entry !== "");
  // what is no number stays text, which the schema refuses by name
  return kind === "number" && /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

function setAt(
  object: Record<string, unknown>,
  [key = "", ...rest]: readonly string[],
  value: unknown,
): void {
  if (rest.length === 0) {
    object[key] = value;
    return;
  }
  const inner = object[key];
  // made by this function, at an earlier path
  const nested = typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>) : {};
  object[key] = nested;
  setAt(nested, rest, value);
}
