import type { Transport } from "@codespar/contract";
import type { undiciTransport } from "../transport/undici-transport.ts";

/** Browsers and edge runtimes, where the sandbox would not fit. */
export async function loadSandbox(): Promise<Transport> {
  throw new Error(
    "The embedded sandbox does not run in browsers and edge runtimes. Start `npx @codespar/sandbox` and pass its URL as baseUrl, or pass createSandbox().transport as transport.",
  );
}

/** There is nothing better than `fetch`. */
export const loadHttp: (() => Promise<typeof undiciTransport>) | undefined = undefined;
