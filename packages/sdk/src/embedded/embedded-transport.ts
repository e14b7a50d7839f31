import type { Transport } from "@codespar/contract";

// On a global symbol, so that two copies of the SDK in one process share one sandbox.
const slot = Symbol.for("codespar.sandbox");

/** The transport of the process's embedded sandbox, which the first caller makes. */
export async function embeddedTransport(): Promise<Transport> {
  const { createSandbox } = await loadSandbox();
  // The global object as the registry that the symbol makes of it.
  const shared = globalThis as { [slot]?: { transport: Transport } };
  shared[slot] ??= createSandbox();
  const { transport } = shared[slot];
  // Without `close`: the sandbox belongs to the process, not to one client.
  return { request: (request) => transport.request(request) };
}

async function loadSandbox() {
  try {
    return await import("@codespar/sandbox-core");
  } catch (cause) {
    throw new Error(
      "The embedded sandbox could not be loaded. Is @codespar/sandbox-core installed? Else pass baseUrl or transport.",
      { cause },
    );
  }
}
