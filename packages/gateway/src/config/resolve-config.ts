import { type Keyring, parseKeyring } from "@codespar/backend";
import { validate } from "@codespar/contract/schemas";
import { webhooks as definitions } from "@codespar/providers/connect";
import { checkMcpServers } from "./check-mcp-servers.ts";
import { ConfigError } from "./config-error.ts";
import { configSchema } from "./config-schema.ts";
import { type Environment, readEnvironment, readSecret } from "./environment.ts";
import type { GatewayConfig, LimitsConfig, LogLevel, McpServerConfig } from "./gateway-config.ts";
import { readConfigFile } from "./read-config-file.ts";

/** The configuration with nothing left open. */
export interface ResolvedConfig {
  host: string;
  port: number;
  /** Without a slash at the end; undefined: where the gateway listens. */
  publicUrl: string | undefined;
  data: string;
  /** A PostgreSQL database; undefined: SQLite in `data`. */
  databaseUrl: string | undefined;
  /** Where processes share rate limits; undefined: each counts by itself. */
  redisUrl: string | undefined;
  /** Undefined: in a file of its own in `data`. */
  keyring: Keyring | undefined;
  providers: {
    on: ReadonlySet<string> | undefined;
    off: ReadonlySet<string>;
    testAddresses: ReadonlyMap<string, string>;
  };
  limits: Required<Record<keyof LimitsConfig, number>>;
  retention: { logDays: number };
  trustedProxies: readonly string[];
  connect: { returnOrigins: ReadonlySet<string> };
  oauth: ReadonlyMap<string, OAuthApp>;
  webhooks: ReadonlyMap<string, WebhookApp>;
  mcpServers: readonly McpServerConfig[];
  logLevel: LogLevel;
}

/** The app that stands for this gateway at a provider. */
export interface OAuthApp {
  clientId: string;
  clientSecret: string | undefined;
}

/** An app whose webhooks arrive at one address for all of its accounts. */
export interface WebhookApp {
  secret: string;
  verifyToken: string | undefined;
}

export interface ConfigSources {
  /** Where a configuration file is looked for. */
  directory: string;
  environment: Environment;
  /** By flags, such as `{ port: 4001 }`. They stand above all else. @default none */
  flags?: GatewayConfig | undefined;
  /** Path of the configuration file. @default the one in the directory */
  configPath?: string | undefined;
}

/** Reads and checks everything before anything listens. Throws `ConfigError` that names what is wrong, and where. */
export async function resolveConfig(sources: ConfigSources): Promise<ResolvedConfig> {
  const { directory, environment, flags = {} } = sources;
  const file = await readConfigFile(directory, sources.configPath ?? environment.CODESPAR_CONFIG);
  const variables = readEnvironment(environment);
  const problems: string[] = [];
  const check = (value: unknown, getName: (path: string) => string): GatewayConfig => {
    const checked = validate(configSchema, value);
    if (checked.success) return checked.data;
    problems.push(...checked.issues.map(({ path, message }) => `${getName(path)}: ${message}`));
    return {};
  };
  const merged = merge(
    check(flags, (path) => `--${path.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`),
    check(variables.config, (path) => getSource(variables.sources, path)),
    file === undefined ? {} : check(file.value, (path) => `${file.name}${path === "" ? "" : ` ${path}`}`),
  );
  const secrets = readSecrets(environment, problems);
  const { on, off = [] } = merged.providers ?? {};
  const both = off.filter((id) => on?.includes(id) === true);
  if (both.length > 0) problems.push(`providers: ${both.join(", ")} cannot be both on and off.`);
  const oauth = readApps(merged, problems);
  problems.push(...checkMcpServers(merged.mcpServers ?? []));
  const webhookApps = readWebhookApps(merged, problems);
  if (problems.length > 0) throw new ConfigError(problems);
  return complete(merged, secrets, { oauth, webhooks: webhookApps });
}

type Secrets = Pick<ResolvedConfig, "databaseUrl" | "keyring" | "redisUrl">;

function readSecrets(environment: Environment, problems: string[]): Secrets {
  const databaseUrl = readSecret(environment, "DATABASE_URL");
  if (databaseUrl !== undefined && !/^postgres(?:ql)?:\/\//.test(databaseUrl)) {
    problems.push("DATABASE_URL: it must begin with postgres://. Leave it out to keep everything in SQLite.");
  }
  const redisUrl = readSecret(environment, "REDIS_URL");
  if (redisUrl !== undefined && !/^rediss?:\/\//.test(redisUrl)) {
    problems.push(
      "REDIS_URL: it must begin with redis:// or rediss://. Leave it out to count in each process.",
    );
  }
  const text = readSecret(environment, "CODESPAR_MASTER_KEY");
  if (text === undefined) {
    if (databaseUrl !== undefined) {
      problems.push(
        'CODESPAR_MASTER_KEY is missing: with DATABASE_URL it cannot be made here, since all processes need the same one. Make it once: echo "2026-04:$(openssl rand -base64 32)"',
      );
    }
    return { databaseUrl, redisUrl, keyring: undefined };
  }
  try {
    return { databaseUrl, redisUrl, keyring: parseKeyring(text) };
  } catch (error) {
    problems.push(`CODESPAR_MASTER_KEY: ${error instanceof Error ? error.message : String(error)}`);
    return { databaseUrl, redisUrl, keyring: undefined };
  }
}

function readApps({ oauth = {} }: GatewayConfig, problems: string[]): Map<string, OAuthApp> {
  const apps = new Map<string, OAuthApp>();
  for (const [id, { clientId, clientSecret }] of Object.entries(oauth)) {
    if (clientId === undefined) problems.push(`oauth.${id}: clientId is missing.`);
    else apps.set(id, { clientId, clientSecret });
  }
  return apps;
}

function readWebhookApps({ webhooks = {} }: GatewayConfig, problems: string[]): Map<string, WebhookApp> {
  const apps = new Map<string, WebhookApp>();
  for (const [id, { secret, verifyToken }] of Object.entries(webhooks)) {
    if (definitions.get(id)?.accountField === undefined) {
      const able = [...definitions.values()].filter(({ accountField }) => accountField !== undefined);
      problems.push(
        `webhooks.${id}: its webhooks need an address for each connection. One for all works for ${able.map(({ provider }) => provider).join(", ")}.`,
      );
    } else if (secret === undefined) problems.push(`webhooks.${id}: secret is missing.`);
    else apps.set(id, { secret, verifyToken });
  }
  return apps;
}

/** The first source that has a field has it; sections are taken field by field. */
function merge(...sources: GatewayConfig[]): GatewayConfig {
  // each source was checked, and a field is one source's whole
  return sources.reduceRight<Section>(
    (merged, source) => mergeSections(merged, { ...source }),
    {},
  ) as GatewayConfig;
}

type Section = Record<string, unknown>;

function mergeSections(lower: Section, upper: Section): Section {
  const merged = { ...lower };
  for (const [key, value] of Object.entries(upper)) {
    if (value === undefined) continue;
    const below = merged[key];
    merged[key] = isSection(value) && isSection(below) ? mergeSections(below, value) : value;
  }
  return merged;
}

function isSection(value: unknown): value is Section {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function complete(
  config: GatewayConfig,
  secrets: Secrets,
  apps: Pick<ResolvedConfig, "oauth" | "webhooks">,
): ResolvedConfig {
  const { providers = {}, limits = {} } = config;
  return {
    ...secrets,
    host: config.host ?? "127.0.0.1",
    port: config.port ?? 4000,
    publicUrl: config.publicUrl?.replace(/\/$/, ""),
    data: config.data ?? "./codespar-data",
    providers: {
      on: providers.on === undefined ? undefined : new Set(providers.on),
      off: new Set(providers.off),
      testAddresses: new Map(Object.entries(providers.testAddresses ?? {})),
    },
    limits: {
      concurrentRequests: limits.concurrentRequests ?? 1_000,
      callsPerConnection: limits.callsPerConnection ?? 20,
      databaseConnections: limits.databaseConnections ?? 10,
      providerTimeoutMs: limits.providerTimeoutMs ?? 30_000,
      drainMs: limits.drainMs ?? 10_000,
    },
    retention: { logDays: config.retention?.logDays ?? 400 },
    trustedProxies: config.trustedProxies ?? [],
    connect: {
      returnOrigins: new Set(config.connect?.returnOrigins?.map((origin) => origin.replace(/\/$/, ""))),
    },
    ...apps,
    mcpServers: config.mcpServers ?? [],
    logLevel: config.logLevel ?? "info",
  };
}

function getSource(sources: ReadonlyMap<string, string>, path: string): string {
  for (let prefix = path; prefix !== ""; prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf(".")))) {
    const name = sources.get(prefix);
    if (name !== undefined) return name;
  }
  return path;
}
