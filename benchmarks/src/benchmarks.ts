import type { Benchmark } from "./figure.ts";

/** In the order in which they run; each is loaded in a process of its own. */
export const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  "tool-tokens": async () => (await import("./tool-tokens.ts")).toolTokens,
  "adapter-tokens": async () => (await import("./adapter-tokens.ts")).adapterTokens,
  adapters: async () => (await import("./adapters.ts")).adapters,
  sizes: async () => (await import("./sizes.ts")).sizes,
  "cold-start": async () => (await import("./cold-start.ts")).coldStart,
  sse: async () => (await import("./sse.ts")).sse,
  overhead: async () => (await import("./overhead.ts")).overhead,
  embedded: async () => (await import("./embedded.ts")).embedded,
  load: async () => (await import("./load.ts")).load,
  loop: async () => (await import("./loop.ts")).loop,
  "idempotency-keys": async () => (await import("./idempotency-keys.ts")).idempotencyKeys,
  postgres: async () => (await import("./postgres.ts")).postgres,
  papers: async () => (await import("./papers.ts")).papers,
  providers: async () => (await import("./providers.ts")).providers,
  faults: async () => (await import("./faults.ts")).faults,
};
