/** What one package may import; everything that is not named here is refused. */
export interface BorderRule {
  /** Packages of ours, public entries only. */
  ours: readonly string[];
  /** Packages of ours that tests and `src/testing/` may import besides. */
  inTests?: readonly string[];
  /** Packages of ours that may be imported by `import()` alone, from files under this folder alone. */
  lazily?: Readonly<Record<string, string>>;
  /** Vendor packages that only these files may import: folders end with a slash. */
  only?: Readonly<Record<string, readonly string[]>>;
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
}

const adapter: BorderRule = {
  ours: ["@codespar/sdk", "@codespar/contract"],
  inTests: ["@codespar/sandbox"],
};

const everything = ["contract", "backend", "sandbox", "sdk", "claude", "openai", "vercel", "mcp"].map(
  (name) => `@codespar/${name}`,
);

/** The import table of docs/architecture.md, by folder. A folder that ends with `*` stands for all inside. */
export const borderRules: Readonly<Record<string, BorderRule>> = {
  "packages/contract": {
    ours: [],
    only: { zod: ["src/schemas/", "src/schemas.ts", "scripts/"] },
    pure: { entries: ["src/index.ts"], without: ["zod"] },
  },
  "packages/backend": {
    ours: ["@codespar/contract"],
    pure: { entries: ["src/index.ts", "src/testing.ts"], without: [], asking: ["src/sha256-hex.ts"] },
  },
  "packages/sandbox": {
    ours: ["@codespar/backend", "@codespar/contract"],
    pure: { entries: ["src/index.ts"], without: ["@hono/node-server"], asking: ["src/sqlite/"] },
  },
  "packages/sdk": {
    ours: ["@codespar/contract"],
    lazily: { "@codespar/sandbox": "src/embedded/" },
    pure: { entries: ["src/index.ts"], without: ["undici", "zod", "@codespar/sandbox"] },
  },
  "packages/claude": adapter,
  "packages/openai": adapter,
  "packages/vercel": adapter,
  "packages/mcp": adapter,
  "packages/conformance": { ours: everything },
  "examples/*": { ours: everything },
  benchmarks: { ours: everything },
};
