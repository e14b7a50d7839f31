import { findServer } from "@codespar/contract";
import { connectors, oauthDefinitions } from "@codespar/providers/connect";
import { liveProviders } from "../providers/live-providers.ts";
import type { CommandInput } from "./command-input.ts";
import { withBackend } from "./with-backend.ts";

/** `check`: opens everything that a start would open, and says what each provider still lacks. */
export async function check(input: CommandInput): Promise<void> {
  const { config, terminal } = input;
  await withBackend(input, async (_backend, { kind, store }) => {
    const on = new Set(liveProviders({ config, store, clock: Date }).map(({ id }) => id));
    terminal.print(
      [
        `Database    ${kind === "sqlite" ? `SQLite in ${config.data}` : "PostgreSQL"}`,
        `Listens on  ${config.host}:${config.port}`,
        `Public URL  ${config.publicUrl ?? "where it listens; providers cannot send webhooks there from outside"}`,
        "",
        "Providers",
        ...[...connectors.values()].map(({ id, credentials }) => {
          const name = (findServer(id)?.name ?? id).padEnd(20);
          if (!on.has(id)) return `  ${name}off`;
          const required = credentials.filter((field) => field.required !== false).map((field) => field.name);
          return `  ${name}on; each organisation connects it with ${required.join(", ")}${getConsent(id, config)}`;
        }),
        "",
        ...config.mcpServers.map(({ id }) => `MCP server  ${id}`),
        "All other providers of the catalogue have no connector in this version.",
      ].join("\n"),
    );
  });
}

function getConsent(id: string, { oauth }: CommandInput["config"]): string {
  if (!oauthDefinitions.has(id)) return "";
  return oauth.has(id) ? ", or by consent" : `; consent needs oauth.${id}.clientId and clientSecret`;
}
