import { defineConfig } from "tsup";

export default defineConfig({
  entry: [
    "src/index.ts",
    "src/simulated.ts",
    "src/connect.ts",
    "src/connect-node.ts",
    "src/mcp.ts",
    "src/testing.ts",
  ],
  format: "esm",
  target: "es2023",
  platform: "neutral",
  splitting: true,
  sourcemap: true,
  // the sources are published beside the maps
  esbuildOptions(options) {
    options.sourcesContent = false;
  },
  clean: true,
});
