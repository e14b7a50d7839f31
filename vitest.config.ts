import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Tests run from source: the condition picks `src` in every workspace package, so nothing needs a build first.
const conditions = ["@codespar/source", "module", "node"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      "packages/*/src/**/*.test.{ts,tsx}",
      "packages/*/scripts/**/*.test.ts",
      "examples/*/**/*.test.ts",
      "scripts/**/*.test.ts",
    ],
    // what needs a browser is in vitest.browser.config.ts
    exclude: ["**/node_modules/**", "**/dist/**", "**/*.browser.test.ts"],
    globalSetup: [
      fileURLToPath(new URL("packages/postgres/src/testing/vitest-global-setup.ts", import.meta.url)),
    ],
    setupFiles: [fileURLToPath(new URL("vitest.setup.ts", import.meta.url))],
    // against what hangs, not against slow machines
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
