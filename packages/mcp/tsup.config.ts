import { defineConfig } from "tsup";

export default defineConfig({
  // `cli` is loaded by `bin` alone, once the Node version is known to be new enough.
  entry: ["src/index.ts", "src/bin.ts", "src/cli/cli.ts"],
  format: "esm",
  target: "es2023",
  platform: "node",
  splitting: true,
  sourcemap: true,
  // the sources are in the package
  esbuildOptions(options) {
    options.sourcesContent = false;
  },
  clean: true,
});
