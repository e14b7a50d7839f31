import { defineConfig } from "tsup";

export default defineConfig({
  // Besides the public entries, the targets of package.json's `imports`: which one is loaded is decided at run time.
  entry: [
    "src/index.ts",
    "src/node.ts",
    "src/agent/index.ts",
    "src/embedded/embedded-transport.ts",
    "src/embedded/embedded-unavailable.ts",
    "src/transport/platform-transport-none.ts",
    "src/transport/platform-transport-node.ts",
  ],
  external: ["#embedded", "#platform-transport"],
  // Only a few of the contract's functions are needed; as a module of its own it would bring the whole catalogue.
  noExternal: ["@codespar/contract"],
  format: "esm",
  target: "es2023",
  platform: "neutral",
  splitting: true,
  sourcemap: true,
  clean: true,
});
