import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";

// What is done in a browser: apart from the other tests, since a machine that is busy with those makes a browser slow.
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ["packages/*/src/**/*.browser.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    globalSetup: [],
    maxWorkers: 1,
  },
});
