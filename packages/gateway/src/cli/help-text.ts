import { variables } from "../config/environment.ts";

/** How the command is used. */
export function helpText(): string {
  const environment = Object.entries(variables).map(([name, { help }]) => line(name, help));
  return [
    "Usage: codespar-gateway [command] [flags]",
    "",
    "Commands",
    line("start", "serve the API; the default"),
    line("check", "say what is configured, and what each provider still lacks"),
    line("migrate", "bring the database to this version"),
    line("org create", "make an organisation and its first key; --test for the providers' test environments"),
    line(
      "org suspend, org resume",
      "end the use of an organisation's keys at once, or take that back: --organisation",
    ),
    line("key create", "make a further key: --organisation, --name, --scopes a,b"),
    line("smoke PROVIDER", "make, find and cancel one small payment in the provider's test environment"),
    line("record PROVIDER", "record the provider's test environment, anonymised: --out DIR, --yes"),
    line("listen", "show events as they happen, at the gateway of CODESPAR_BASE_URL"),
    "",
    "Flags",
    line("--config FILE", "configuration; codespar.config.ts, .js or .json in this directory by default"),
    line("--data DIR", "database and master key; ./codespar-data by default"),
    line("--host, --port", "where to listen; 127.0.0.1 and 4000 by default"),
    line("--public-url URL", "where people and providers reach the gateway"),
    line("--key-file FILE", "where a new API key is written, for its owner alone"),
    "",
    "Environment",
    line("DATABASE_URL", "a PostgreSQL database instead of SQLite"),
    line("REDIS_URL", "a Redis where all processes share the rate limits of plans"),
    line("CODESPAR_MASTER_KEY", "id:base64 of 32 bytes; also as CODESPAR_MASTER_KEY_FILE, as DATABASE_URL"),
    line(
      "OTEL_EXPORTER_OTLP_ENDPOINT",
      "a collector of traces and metrics, and OpenTelemetry's other variables",
    ),
    line("CODESPAR_CONFIG", "as --config"),
    line("CODESPAR_KEY_FILE", "as --key-file"),
    ...environment,
    line("CODESPAR_OAUTH_<PROVIDER>_CLIENT_ID, …_CLIENT_SECRET", "the app at a provider with consent"),
    line(
      "CODESPAR_WEBHOOKS_<PROVIDER>_SECRET, …_VERIFY_TOKEN",
      "an app whose webhooks arrive at one address for all of its accounts",
    ),
    line("<PROVIDER>_<FIELD>", "test credentials for smoke and record, such as ASAAS_API_KEY"),
    "",
  ].join("\n");
}

function line(name: string, help: string): string {
  return name.length > 28 ? `  ${name}\n${" ".repeat(32)}${help}` : `  ${name.padEnd(30)}${help}`;
}
