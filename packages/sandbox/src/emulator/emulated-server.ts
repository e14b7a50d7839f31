import type { Sandbox } from "@codespar/sandbox-core";
import { sha256Hex } from "./accounts.ts";
import { createEmulator, type Emulator } from "./create-emulator.ts";
import { serveEmulator } from "./serve-emulator.ts";

/** How one emulated provider is reached. */
export interface EmulatedAddress {
  /** Its own port, for clients that take no path. Without a slash at the end. */
  url: string;
  /** A test credential that stands for the organisation of the server's API key. */
  credential: string;
}

export interface EmulatedServerOptions {
  sandbox: Sandbox;
  providers: readonly string[] | "all";
  apiKey: string;
  /** Of the first provider, the others on those after it; 0 takes free ones. */
  port: number;
  hostname: string;
  onError(error: unknown): void;
}

/** The emulated providers beside a sandbox server, each on a port of its own, on one account with the server's API key. */
export async function startEmulatedProviders(options: EmulatedServerOptions): Promise<{
  emulator: Emulator;
  addresses: ReadonlyMap<string, EmulatedAddress>;
  close(drainMs: number): Promise<void>;
}> {
  const { sandbox, providers, apiKey, port, hostname, onError } = options;
  const emulator = createEmulator({ sandbox, providers });
  const server = await serveEmulator({ emulator, port, hostname, onError });
  const addresses = new Map<string, EmulatedAddress>();
  for (const [id, url] of server.urls) {
    // of the key, so that it is the same after a restart, and the key cannot be read from it
    const token = (await sha256Hex(`codespar emulator ${id} ${apiKey}`)).slice(0, 40);
    const credential = emulator.definition(id)?.makeCredential(token) ?? token;
    await emulator.link(id, credential, () => getOrganisation(sandbox, apiKey));
    addresses.set(id, { url, credential });
  }
  return {
    emulator,
    addresses,
    async close(drainMs) {
      await server.close(drainMs);
      emulator.close();
    },
  };
}

async function getOrganisation(sandbox: Sandbox, apiKey: string): Promise<string> {
  const identity = await sandbox.identifyKey(apiKey);
  if (identity === undefined)
    throw new Error("The server's API key is not valid any more. Start the sandbox again.");
  return identity.organisation;
}
