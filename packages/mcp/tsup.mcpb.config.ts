import { defineConfig } from "tsup";

// A bundle has no node_modules, so everything goes into it, the sandbox too.
export default defineConfig({
  entry: ["src/bin.ts"],
  outDir: "mcpb/server",
  noExternal: [/.*/],
  // From source, so that nothing has to be built before.
  esbuildOptions(options) {
    options.conditions = ["@codespar/source"];
  },
  format: "esm",
  target: "es2023",
  platform: "node",
  splitting: true,
  minify: true,
  clean: true,
  // Some dependencies are CommonJS and ask for Node's modules by `require`.
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
});
