import { createSandbox, type Sandbox, type SandboxOptions } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";

/** A client, and the sandbox that it talks to. */
export interface World {
  codespar: CodeSpar;
  sandbox: Sandbox;
  where: string;
  /** An address that shows the sandbox in a browser; none for an embedded one. */
  inspectorUrl?: (() => string) | undefined;
  close(): Promise<void>;
}

/** The sandbox in this process, or behind a server of its own that is started here. */
export async function openWorld({
  http = false,
  ...options
}: SandboxOptions & { http?: boolean }): Promise<World> {
  if (http) {
    const { startSandboxServer } = await import("@codespar/sandbox/server");
    const server = await startSandboxServer({ port: 0, ...options });
    const codespar = new CodeSpar({ apiKey: server.apiKey, baseUrl: server.url });
    return {
      codespar,
      sandbox: server.sandbox,
      where: `HTTP, ${server.url}`,
      inspectorUrl: server.inspectorUrl,
      async close() {
        await codespar.close();
        await server.close();
      },
    };
  }
  const sandbox = createSandbox(options);
  const codespar = new CodeSpar({ apiKey: "csk_test_order_flow", transport: sandbox.transport });
  return { codespar, sandbox, where: "embedded", close: () => sandbox.close() };
}
