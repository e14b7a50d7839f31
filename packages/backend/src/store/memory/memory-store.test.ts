import { describe, it } from "vitest";
import { storeSuite } from "../suite/store-suite.ts";
import { memoryStore } from "./memory-store.ts";

describe("memoryStore", () => {
  for (const { name, run } of storeSuite) it(name, () => run(memoryStore));
});
