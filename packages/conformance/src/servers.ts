import type { Transport } from "@codespar/contract";
import { createSandbox, type Sandbox, type SandboxOptions } from "@codespar/sandbox";
import { startSandboxServer } from "@codespar/sandbox/server";
import { fetchTransport } from "@codespar/sdk";
import { undiciTransport } from "@codespar/sdk/node";

/** A sandbox behind one transport. */
export interface OpenSandbox {
  sandbox: Sandbox;
  apiKey: string;
  transport: Transport;
  close(): Promise<void>;
}

export type Open = (options: SandboxOptions) => Promise<OpenSandbox>;

const apiKey = "csk_test_conformance";

/** In this process, without a socket. */
export const embedded: Open = async (options) => {
  const sandbox = createSandbox({ ...options, admitTestKeys: [apiKey] });
  return { sandbox, apiKey, transport: sandbox.transport, close: () => sandbox.close() };
};

/** Over loopback, by undici. */
export const undiciHttp: Open = (options) => overHttp(options, (baseUrl) => undiciTransport({ baseUrl }));

/** Over loopback, by fetch. */
export const fetchHttp: Open = (options) => overHttp(options, (baseUrl) => fetchTransport({ baseUrl }));

async function overHttp(
  options: SandboxOptions,
  connect: (baseUrl: string) => Transport,
): Promise<OpenSandbox> {
  const server = await startSandboxServer({
    plan: "growth",
    rateLimit: false,
    ...options,
    port: 0,
    apiKey,
    drainMs: 500,
  });
  const transport = connect(server.url);
  return {
    sandbox: server.sandbox,
    apiKey,
    transport,
    async close() {
      await Promise.all([transport.close?.(), server.close()]);
    },
  };
}
