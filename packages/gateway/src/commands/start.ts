import { join } from "node:path";
import { generateKey, secureRandomBytes } from "@codespar/backend";
import { ConfigError } from "../config/config-error.ts";
import { jsonLog } from "../logging/json-log.ts";
import { findFirstOrganisation } from "../organisations/first-organisation.ts";
import { writeKeyFile } from "../organisations/key-file.ts";
import { type Gateway, startGateway } from "../server/start-gateway.ts";
import { openStorage } from "../storage/open-storage.ts";
import type { Storage } from "../storage/storage.ts";
import { startTelemetry } from "../telemetry/start-telemetry.ts";
import type { CommandInput } from "./command-input.ts";
import { stopSignal } from "./stop-signal.ts";

/** `start`: serves until SIGTERM or SIGINT, and then lets what is under way end. */
export async function start(input: CommandInput): Promise<void> {
  const { config, environment, terminal } = input;
  const log = jsonLog({ level: config.logLevel, now: Date.now, write: terminal.log });
  const telemetry = await startTelemetry(environment, log);
  const storage = await openStorage(config, (error) => log.error("database", error));
  const keyFile = await getKeyFile(input, storage).catch(closing(storage));
  // a key never goes where output is collected: it is shown to a person, or written to a file
  const prepareKey =
    keyFile === undefined
      ? undefined
      : () => writeKeyFile(keyFile, generateKey(secureRandomBytes, "csk_live_"));
  const gateway = await startGateway({ config, storage, log, telemetry, prepareKey }).catch(closing(storage));
  const { stopped } = stopSignal();
  const { url, publicUrl, firstOrganisation } = gateway;
  log.info("listening", { url, public_url: publicUrl, database: storage.kind });
  if (terminal.isInteractive) terminal.print(greeting(gateway, keyFile));
  else if (firstOrganisation.apiKey !== undefined) {
    log.info("the first organisation was made", { organisation: firstOrganisation.id, key_file: keyFile });
  }
  const signal = await stopped;
  log.info("closing", { signal });
  await gateway.close();
  log.info("closed");
}

/** Where the first organisation's key goes; undefined: to the person at the terminal, or there is none to be made. */
async function getKeyFile(
  { command, config, terminal }: CommandInput,
  { kind, store }: Storage,
): Promise<string | undefined> {
  if (command.keyFile !== undefined || terminal.isInteractive) return command.keyFile;
  if (kind === "sqlite") return join(config.data, "live-key");
  if ((await findFirstOrganisation(store)) !== undefined) return undefined;
  throw new ConfigError([
    "There is no organisation yet, and nobody reads along who could be shown its key. Name a file for it with --key-file or CODESPAR_KEY_FILE.",
  ]);
}

function greeting(
  { publicUrl, firstOrganisation: { apiKey }, dashboardUrl }: Gateway,
  keyFile: string | undefined,
): string {
  const isShown = apiKey !== undefined && keyFile === undefined;
  return [
    "CodeSpar gateway: live providers, real money.",
    `  CODESPAR_BASE_URL  ${publicUrl}`,
    `  CODESPAR_API_KEY   ${describeKey(apiKey, keyFile)}`,
    `  Dashboard          ${dashboardUrl()}`,
    "                     opens once, within a minute; later it asks for an API key",
    ...(isShown ? ["", "The key is shown this once. Keep it where secrets are kept."] : []),
  ].join("\n");
}

function describeKey(apiKey: string | undefined, keyFile: string | undefined): string {
  if (apiKey === undefined) return "as before; another: codespar-gateway key create";
  return keyFile === undefined ? apiKey : `in ${keyFile}`;
}

function closing(storage: Storage) {
  return async (error: unknown): Promise<never> => {
    await storage.close();
    throw error;
  };
}
