import { defineConfig, type Options } from "tsup";

const shared: Options = {
  external: ["#platform"],
  // Only a few of the contract's functions are needed; as a module of its own it would bring the whole catalogue.
  noExternal: ["@codespar/contract"],
  // From its sources, where every function is a file that can be left out; in its one built file, what a module makes at
  // load would stay.
  esbuildOptions(options) {
    options.conditions = ["@codespar/source"];
    // the sources are in the package
    options.sourcesContent = false;
  },
  format: "esm",
  target: "es2023",
  platform: "neutral",
  splitting: true,
  sourcemap: true,
};

export default defineConfig([
  {
    ...shared,
    // Besides the public entries, the targets of package.json's `imports`: which one is loaded is decided at run time.
    entry: [
      "src/index.ts",
      "src/native-tools.ts",
      "src/node.ts",
      "src/platform/platform-edge.ts",
      "src/platform/platform-fetch.ts",
      "src/platform/platform-node.ts",
    ],
    clean: ["!agent/**"],
  },
  // On its own, because what it shared with the root entry would become files of their own, which every start loads.
  // Errors are recognised by brand (`isInstance`), so a second copy of their classes does no harm.
  { ...shared, entry: ["src/agent/index.ts"], outDir: "dist/agent", clean: true },
]);
