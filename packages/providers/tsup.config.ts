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
  // 57 providers are a fifth of what the sdk installs; nothing is minified, so a stack reads without a map
  sourcemap: false,
  // the sources are published beside the maps
  esbuildOptions(options) {
    options.sourcesContent = false;
  },
  clean: true,
});
