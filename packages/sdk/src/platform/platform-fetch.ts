import type { undiciTransport } from "../transport/undici-transport.ts";

/** Deno, Bun and whatever else there is. The sandbox is loaded late, because most programs do without. */
export const loadSandbox = async () =>
  (await import("../embedded/embedded-transport.ts")).embeddedTransport();

/** There is nothing better than `fetch`. */
export const loadHttp: (() => Promise<typeof undiciTransport>) | undefined = undefined;
