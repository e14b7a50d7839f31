import { homedir } from "node:os";
import { join } from "node:path";

export const clientNames = ["claude-desktop", "claude-code", "cursor", "vscode", "windsurf"] as const;
export type ClientName = (typeof clientNames)[number];

export function isClientName(name: string): name is ClientName {
  return clientNames.some((known) => known === name);
}

export interface ConfigOptions {
  env: Readonly<Record<string, string | undefined>>;
  /** Flags for the server, such as `["--preset", "mexican"]`. */
  serverArgs: readonly string[];
  /** Written as it is; only when asked for. Else the entry refers to the environment. */
  plainKey: string | undefined;
  /** Under which name the client lists the server. */
  name: string;
  /** @default this machine's */
  platform?: NodeJS.Platform;
}

export interface ClientConfig {
  file: string;
  /** What is merged into the file. */
  config: Record<string, unknown>;
  /** What the person has to know or do. */
  note: string;
}

const keyName = "CODESPAR_API_KEY";
const restart = "Restart the client afterwards.";
const unset = `Set ${keyName} in the environment that the client starts in; without it, the sandbox is used. ${restart}`;

/** The entry of one client's settings, and where they are. */
export function describeClient(client: ClientName, options: ConfigOptions): ClientConfig {
  const { name, env } = options;
  const home = env.HOME ?? env.USERPROFILE ?? homedir();
  const entry = (reference: string) => serverEntry(options, reference);
  const inHome = options.plainKey === undefined ? unset : `The key is in this file in plain text. ${restart}`;
  const inProject =
    options.plainKey === undefined
      ? unset
      : `The key is in this file in plain text: keep it out of version control. ${restart}`;
  switch (client) {
    case "claude-desktop":
      return {
        file: claudeDesktopFile(home, options),
        // It fills in no variables, so its entry names none: the server inherits the client's environment.
        config: { mcpServers: { [name]: serverEntry(options, undefined) } },
        note:
          options.plainKey === undefined
            ? `Claude Desktop fills in no variables. Either start it with ${keyName} set, or install the .mcpb bundle, which keeps the key in the system's keychain, or use --plain-key. Without a key, the sandbox is used. ${restart}`
            : inHome,
      };
    case "claude-code":
      return {
        file: ".mcp.json",
        config: { mcpServers: { [name]: entry(`\${${keyName}:-}`) } },
        note: inProject,
      };
    case "cursor":
      return {
        file: join(home, ".cursor", "mcp.json"),
        config: { mcpServers: { [name]: entry(`\${env:${keyName}}`) } },
        note: inHome,
      };
    case "windsurf":
      return {
        file: join(home, ".codeium", "windsurf", "mcp_config.json"),
        config: { mcpServers: { [name]: entry(`\${env:${keyName}}`) } },
        note: inHome,
      };
    case "vscode":
      return {
        file: join(".vscode", "mcp.json"),
        config: { servers: { [name]: { type: "stdio", ...entry(`\${env:${keyName}}`) } } },
        note: inProject,
      };
    default:
      return client satisfies never;
  }
}

function serverEntry(options: ConfigOptions, reference: string | undefined) {
  const { serverArgs, plainKey, platform = process.platform } = options;
  const key = plainKey ?? reference;
  const args = ["-y", "@codespar/mcp", ...serverArgs];
  return {
    // On Windows npx is a script, which only a shell can start: "Windows requires 'cmd /c' wrapper to execute npx" (Claude Code).
    ...(platform === "win32" ? { command: "cmd", args: ["/c", "npx", ...args] } : { command: "npx", args }),
    ...(key === undefined ? {} : { env: { [keyName]: key } }),
  };
}

function claudeDesktopFile(home: string, { env, platform = process.platform }: ConfigOptions): string {
  const file = "claude_desktop_config.json";
  if (platform === "darwin") return join(home, "Library", "Application Support", "Claude", file);
  if (platform === "win32") return join(env.APPDATA ?? join(home, "AppData", "Roaming"), "Claude", file);
  return join(env.XDG_CONFIG_HOME ?? join(home, ".config"), "Claude", file);
}
