/** What one package may import; everything that is not named here is refused. */
export interface BorderRule {
  /** Packages of ours, public entries only. */
  ours: readonly string[];
  /** Entries of those packages that may not be imported all the same. */
  notEntries?: readonly string[];
  /** Packages of ours that tests and `src/testing/` may import besides. */
  inTests?: readonly string[];
  /** Packages of ours that may be imported by `import()` alone, from files under this folder alone. */
  lazily?: Readonly<Record<string, string>>;
  /** Vendor packages that only these files may import: folders end with a slash. */
  only?: Readonly<Record<string, readonly string[]>>;
  /** Folders and files that import nothing but each other and types of our packages. */
  typesAlone?: readonly string[];
  /**
   * Entries from which neither `node:` nor these vendor packages may be reached.
   * What is loaded later, by `import()` of a file under `src/node/`, is for Node alone and is not followed.
   */
  pure?: {
    entries: readonly string[];
    without: readonly string[];
    /** Folders and files that may ask for a built-in by `process.getBuiltinModule` when it is needed. */
    asking?: readonly string[];
  };
  /** Files inside the package that may not be reached from others, neither directly nor through files between. */
  apart?: readonly {
    /** Paths below the package's folder. */
    from: RegExp;
    to: RegExp;
    why: string;
  }[];
}

const adapter: BorderRule = {
  ours: ["@codespar/sdk", "@codespar/contract"],
  inTests: ["@codespar/sandbox"],
};

const everything = [
  "formats",
  "contract",
  "backend",
  "providers",
  "node-runtime",
  "postgres",
  "sandbox-core",
  "sandbox",
  "gateway",
  "sdk",
  "claude",
  "openai",
  "vercel",
  "mcp",
].map((name) => `@codespar/${name}`);

/** The import table of docs/architecture.md, by folder. A folder that ends with `*` stands for all inside. */
export const borderRules: Readonly<Record<string, BorderRule>> = {
  "packages/formats": {
    ours: [],
    pure: { entries: ["src/index.ts"], without: [] },
  },
  "packages/contract": {
    ours: ["@codespar/formats"],
    only: { zod: ["src/schemas/", "src/schemas.ts", "scripts/"] },
    pure: { entries: ["src/index.ts"], without: ["zod"] },
  },
  "packages/backend": {
    ours: ["@codespar/contract", "@codespar/formats"],
    // what a provider is written against: it loads no validation and no server
    typesAlone: ["src/ports/", "src/ports.ts"],
    pure: {
      entries: ["src/index.ts", "src/ports.ts", "src/testing.ts"],
      without: [],
      asking: ["src/platform/digests.ts"],
    },
  },
  "packages/providers": {
    ours: ["@codespar/backend", "@codespar/contract", "@codespar/formats"],
    pure: {
      entries: ["src/index.ts", "src/simulated.ts"],
      without: ["undici"],
      asking: ["src/connect/secp256k1.ts"],
    },
    apart: [
      {
        from: /^src\/[^/]+\/translate\.ts$/,
        to: /^src\/([^/]+\/simulate\.ts|engines\/|simulation\/)/,
        why: "a translator speaks to the real provider as well, and knows nothing of its simulation",
      },
      {
        from: /^src\/[^/]+\/simulate\.ts$/,
        to: /^src\/([^/]+\/translate\.ts|mappings\/)/,
        why: "a simulation stands for the provider, which knows nothing of the meta-tools",
      },
      {
        from: /^src\/(index|connect)\.ts$/,
        to: /^src\/([^/]+\/simulate\.ts|engines\/|simulation\/)/,
        why: "who runs real providers installs no line of simulation through this entry",
      },
    ],
  },
  "packages/node-runtime": {
    ours: ["@codespar/backend", "@codespar/contract"],
    pure: {
      entries: ["src/sqlite.ts"],
      without: ["@hono/node-server"],
      asking: ["src/sqlite/", "src/data-directory/"],
    },
  },
  "packages/postgres": {
    ours: ["@codespar/backend", "@codespar/contract"],
    only: { pg: ["src/database/", "src/testing/"] },
  },
  "packages/sandbox-core": {
    ours: [
      "@codespar/backend",
      "@codespar/contract",
      "@codespar/formats",
      "@codespar/node-runtime",
      "@codespar/providers",
    ],
    pure: {
      entries: ["src/index.ts"],
      without: ["@hono/node-server"],
      asking: ["src/sqlite/"],
    },
  },
  "packages/sandbox": {
    ours: [
      "@codespar/backend",
      "@codespar/contract",
      "@codespar/formats",
      "@codespar/node-runtime",
      "@codespar/sandbox-core",
      "@codespar/providers",
    ],
    pure: { entries: ["src/index.ts"], without: ["@hono/node-server"] },
  },
  "packages/gateway": {
    ours: [
      "@codespar/backend",
      "@codespar/contract",
      "@codespar/node-runtime",
      "@codespar/postgres",
      "@codespar/providers",
    ],
    inTests: ["@codespar/sandbox"],
    notEntries: ["@codespar/providers/simulated"],
  },
  "packages/sdk": {
    ours: ["@codespar/contract"],
    lazily: { "@codespar/sandbox-core": "src/embedded/" },
    pure: { entries: ["src/index.ts"], without: ["undici", "zod", "@codespar/sandbox-core"] },
  },
  "packages/dashboard": {
    ours: ["@codespar/sdk", "@codespar/contract"],
    pure: { entries: ["src/main.tsx"], without: ["undici", "zod", "vite"] },
  },
  "packages/claude": adapter,
  "packages/openai": adapter,
  "packages/vercel": adapter,
  "packages/mcp": adapter,
  "packages/conformance": { ours: everything },
  "examples/*": { ours: everything },
  benchmarks: { ours: [...everything, "@codespar/dashboard"] },
};
