/** What `codespar.config.ts` or `codespar.config.json` may say. Flags and environment variables stand above it. */
export interface GatewayConfig {
  /** Address to listen on; `0.0.0.0` is all of the machine's. @default "127.0.0.1" */
  host?: string | undefined;
  /** 0 takes a free one. @default 4000 */
  port?: number | undefined;
  /**
   * Where people and providers reach this gateway, such as `https://pay.example.com`: links and webhook addresses begin
   * with it. @default where it listens
   */
  publicUrl?: string | undefined;
  /** Directory of the SQLite database and the master key, unless `DATABASE_URL` is set. @default "./codespar-data" */
  data?: string | undefined;
  providers?: ProvidersConfig | undefined;
  limits?: LimitsConfig | undefined;
  retention?: RetentionConfig | undefined;
  /** Addresses or CIDR ranges whose `X-Forwarded-For` is believed. @default none */
  trustedProxies?: readonly string[] | undefined;
  connect?: ConnectConfig | undefined;
  /** The app that stands for this gateway at providers with OAuth consent, by provider id. */
  oauth?: Readonly<Record<string, OAuthAppConfig>> | undefined;
  /**
   * Apps whose webhooks arrive at one address for all of their accounts, `/v1/webhooks/<provider>/app`, by provider id. @default none:
   * each connection has an address of its own
   */
  webhooks?: Readonly<Record<string, WebhookAppConfig>> | undefined;
  /** MCP servers behind the router, whose tools every organisation can attach. Needs the package `@modelcontextprotocol/client`. */
  mcpServers?: readonly McpServerConfig[] | undefined;
  /** Least severity that is logged. @default "info" */
  logLevel?: LogLevel | undefined;
}

export interface ProvidersConfig {
  /** These alone can be used. @default every provider with a connector */
  on?: readonly string[] | undefined;
  /** These cannot be used. @default none */
  off?: readonly string[] | undefined;
  /**
   * Addresses of emulators by provider id, for test organisations alone: live ones always reach the provider itself.
   * @default the providers' own test hosts
   */
  testAddresses?: Readonly<Record<string, string>> | undefined;
}

export interface LimitsConfig {
  /** Requests in flight; further ones are asked to come again with 429 and `Retry-After`. @default 1_000 */
  concurrentRequests?: number | undefined;
  /**
   * Calls under way at one connection of a provider, in each process. Further ones wait a second, then go to another provider or
   * fail as `provider_unavailable` with the reason `busy`. @default 20
   */
  callsPerConnection?: number | undefined;
  /** Connections to PostgreSQL that this process opens at most. @default 10 */
  databaseConnections?: number | undefined;
  /** Milliseconds after which a provider's response counts as lost. @default 30_000 */
  providerTimeoutMs?: number | undefined;
  /** Milliseconds that requests in flight have to end after SIGTERM. @default 10_000 */
  drainMs?: number | undefined;
}

export interface RetentionConfig {
  /** Days for which rows of the tool-call log are kept. @default 400 */
  logDays?: number | undefined;
}

export interface ConnectConfig {
  /** Where the connect page may send people back to: whole origins, such as `https://app.example.com`. @default none */
  returnOrigins?: readonly string[] | undefined;
}

export interface OAuthAppConfig {
  /** May come from the environment instead, as `CODESPAR_OAUTH_<PROVIDER>_CLIENT_ID`. */
  clientId?: string | undefined;
  /** Better in the environment, as `CODESPAR_OAUTH_<PROVIDER>_CLIENT_SECRET`. */
  clientSecret?: string | undefined;
}

export interface WebhookAppConfig {
  /** What the app's webhooks are signed with. Better in the environment, as `CODESPAR_WEBHOOKS_<PROVIDER>_SECRET`. */
  secret?: string | undefined;
  /** What the provider sends when it asks whether the address is ours; also as `CODESPAR_WEBHOOKS_<PROVIDER>_VERIFY_TOKEN`. */
  verifyToken?: string | undefined;
}

export interface McpServerConfig {
  /** Its tools are named `<id>_<tool>`. */
  id: string;
  url?: string | undefined;
  /** A program and its arguments. */
  command?: readonly string[] | undefined;
  /** The `Authorization` header of every request to `url`; better from a variable, `process.env.NOTES_TOKEN`, than in the file. */
  authorization?: string | undefined;
}

export const logLevels = ["debug", "info", "warn", "error"] as const;

export type LogLevel = (typeof logLevels)[number];
