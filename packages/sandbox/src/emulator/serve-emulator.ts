import { isLoopbackHost, type Listener, startListener } from "@codespar/node-runtime";
import type { Emulator } from "./create-emulator.ts";
import { serveProvider } from "./emulator-listener.ts";

export interface ServeEmulatorOptions {
  emulator: Emulator;
  /** @default all of the emulator */
  providers?: readonly string[] | undefined;
  /** Of the first provider, the others on those after it; 0 takes free ones. @default 0 */
  port?: number | undefined;
  /** @default "127.0.0.1" */
  hostname?: string | undefined;
  onError(error: unknown): void;
}

/** Emulated providers that listen, each at the root of a port of its own. */
export interface EmulatorServer {
  /** By provider, without a slash at the end. */
  urls: ReadonlyMap<string, string>;
  close(drainMs?: number): Promise<void>;
}

/** Serves each provider at the root of a port of its own, for clients that take no path. */
export async function serveEmulator(options: ServeEmulatorOptions): Promise<EmulatorServer> {
  const { emulator, providers = emulator.providers, port = 0, hostname = "127.0.0.1", onError } = options;
  const listeners = new Map<string, Listener>();
  const anyHost = !isLoopbackHost(hostname) && hostname !== "::1";
  const close = async (drainMs = 1000) => {
    await Promise.all([...listeners.values()].map((listener) => listener.close(drainMs)));
  };
  for (const [index, provider] of providers.entries()) {
    try {
      const listener = await startListener({
        port: port === 0 ? 0 : port + index,
        hostname,
        serve: (request, incoming) =>
          serveProvider(provider, incoming.url ?? "/", request, incoming, { emulator, onError, anyHost }),
      });
      listeners.set(provider, listener);
    } catch (error) {
      await close();
      throw error;
    }
  }
  return { urls: new Map([...listeners].map(([provider, { url }]) => [provider, url])), close };
}
