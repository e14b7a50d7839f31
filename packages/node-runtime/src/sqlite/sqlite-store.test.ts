import { systemTimers } from "@codespar/backend";
import { storeSuite } from "@codespar/backend/testing";
import { describe, it } from "vitest";
import { temporaryDirectory } from "../testing.ts";
import { openDatabase } from "./open-database.ts";
import { sqliteStore } from "./sqlite-store.ts";

describe("sqliteStore", () => {
  for (const { name, run } of storeSuite) {
    it(name, async () => {
      using directory = temporaryDirectory();
      await run(() =>
        sqliteStore(openDatabase(directory.path, { name: "store", program: "this test" }), systemTimers),
      );
    });
  }
});
