import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gracefulClose } from "@codespar/node-runtime";
import type { Emulator } from "./create-emulator.ts";
import { providerListener } from "./emulator-listener.ts";

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
  const urls = new Map<string, string>();
  const closers: ((drainMs: number) => Promise<void>)[] = [];
  const anyHost = hostname !== "127.0.0.1" && hostname !== "localhost" && hostname !== "::1";
  for (const [index, provider] of providers.entries()) {
    const server = createServer(providerListener(provider, { emulator, onError, anyHost }));
    const close = gracefulClose(server);
    server.listen(port === 0 ? 0 : port + index, hostname);
    await once(server, "listening");
    closers.push(close);
    const address = server.address() as AddressInfo; // it listens on TCP
    urls.set(provider, `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${address.port}`);
  }
  return {
    urls,
    async close(drainMs = 1000) {
      await Promise.all(closers.map((close) => close(drainMs)));
    },
  };
}
