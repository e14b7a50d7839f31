import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/index.ts", "src/agents/index.ts"],
  format: "esm",
  target: "es2023",
  platform: "neutral",
  splitting: true,
  sourcemap: true,
  // the sources are in the package
  esbuildOptions(options) {
    options.sourcesContent = false;
  },
  clean: true,
});
