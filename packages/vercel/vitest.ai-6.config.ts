import { mergeConfig } from "vitest/config";
import base from "../../vitest.config.ts";

// The same tests on the oldest major that the peer range admits.
export default mergeConfig(base, {
  resolve: {
    alias: [
      { find: /^ai$/, replacement: "ai-6" },
      { find: /^ai\/test$/, replacement: "ai-6/test" },
    ],
  },
  test: { include: ["src/**/*.test.ts"] },
});
