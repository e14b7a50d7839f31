import type { Backend } from "@codespar/backend";
import { jsonLog } from "../logging/json-log.ts";
import { createGatewayBackend } from "../server/start-gateway.ts";
import { openStorage } from "../storage/open-storage.ts";
import type { Storage } from "../storage/storage.ts";
import type { CommandInput } from "./command-input.ts";

/** Does something with the database, beside a gateway that serves it or without one. */
export async function withBackend<Result>(
  { config, terminal }: Pick<CommandInput, "config" | "terminal">,
  work: (backend: Backend, storage: Storage) => Promise<Result>,
): Promise<Result> {
  const log = jsonLog({ level: config.logLevel, now: Date.now, write: terminal.log });
  const storage = await openStorage(config, (error) => log.error("database", error));
  try {
    return await work(createGatewayBackend({ config, storage, log }), storage);
  } finally {
    await storage.close();
  }
}
