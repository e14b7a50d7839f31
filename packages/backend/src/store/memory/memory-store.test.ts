import { describe, it } from "vitest";
import { networkedStore } from "../../testing/networked-store.ts";
import { storeSuite } from "../../testing/store-suite.ts";

import { memoryStore } from "./memory-store.ts";

describe.each([
  ["memoryStore", memoryStore],
  ["memoryStore as at the end of a network", () => networkedStore(memoryStore())],
])("%s", (_, makeStore) => {
  for (const { name, run } of storeSuite) it(name, () => run(makeStore));
});
