import type { Transport } from "@codespar/contract";
import { createSandbox, type Sandbox, type SandboxOptions } from "@codespar/sandbox";
import { startSandboxServer } from "@codespar/sandbox/server";
import { fetchTransport } from "@codespar/sdk";
import { undiciTransport } from "@codespar/sdk/node";
import { breakingTransport } from "./breaking-transport.ts";
import { startFaultProxy } from "./fault-proxy.ts";
import type { WireScript } from "./wire-break.ts";

export const apiKey = "csk_test_faults";

/** A sandbox behind a connection that breaks as scripted. */
export interface FaultWorld {
  sandbox: Sandbox;
  transport: Transport;
  close(): Promise<void>;
}

type Open = (options: SandboxOptions, script: WireScript) => Promise<FaultWorld>;

const embedded: Open = async (options, script) => {
  const sandbox = createSandbox(options);
  const transport = breakingTransport(sandbox.transport, script);
  return { sandbox, transport, close: () => sandbox.close() };
};

function overHttp(connect: (baseUrl: string) => Transport): Open {
  return async (options, script) => {
    const server = await startSandboxServer({
      plan: "growth",
      rateLimit: false,
      ...options,
      port: 0,
      apiKey,
      drainMs: 100,
    });
    const proxy = await startFaultProxy(server.url, script);
    const transport = connect(proxy.url);
    return {
      sandbox: server.sandbox,
      transport,
      async close() {
        await transport.close?.();
        await proxy.close();
        await server.close();
      },
    };
  };
}

/** The connections that can break, by name. */
export const faultWorlds = {
  embedded,
  undici: overHttp((baseUrl) => undiciTransport({ baseUrl })),
  fetch: overHttp((baseUrl) => fetchTransport({ baseUrl })),
} satisfies Record<string, Open>;

export type FaultWorldName = keyof typeof faultWorlds;
