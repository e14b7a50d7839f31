import type { Transport } from "@codespar/contract";

/** Stands in for the embedded sandbox where it would not fit: browsers and edge runtimes. */
export async function embeddedTransport(): Promise<Transport> {
  throw new Error(
    "The embedded sandbox does not run in browsers and edge runtimes. Start `npx @codespar/sandbox` and pass its URL as baseUrl or CODESPAR_BASE_URL, or pass createSandbox().transport as transport.",
  );
}
