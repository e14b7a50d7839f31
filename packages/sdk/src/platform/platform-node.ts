// Each platform is one file that imports nothing at its start: it is loaded with every program.

/** The sandbox is loaded late, because most programs do without. */
export const loadSandbox = async () =>
  (await import("../embedded/embedded-transport.ts")).embeddedTransport();

/** undici is what `fetch` is made of here, and faster without it. */
export const loadHttp = async () => (await import("../transport/undici-transport.ts")).undiciTransport;
