import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";

const config: NextConfig = {
  // `pnpm check` checks the types of everything in this repository
  typescript: { ignoreBuildErrors: true },
  // Inside this repository the packages have no build, so their sources are named here. An app of yours needs none of it.
  turbopack: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    resolveAlias: {
      "@codespar/contract": "../../packages/contract/src/index.ts",
      "@codespar/formats": "../../packages/formats/src/index.ts",
      "@codespar/openai": "../../packages/openai/src/index.ts",
      "@codespar/sdk": "../../packages/sdk/src/index.ts",
      "@codespar/sdk/agent": "../../packages/sdk/src/agent/index.ts",
      "#platform": "../../packages/sdk/src/platform/platform-edge.ts",
    },
  },
};

export default config;
