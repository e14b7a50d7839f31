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
  // 57 providers are a fifth of what the sdk installs: neither maps nor sources are published, and nothing is minified, so that a
  // stack reads without them
  sourcemap: false,
  clean: true,
});
