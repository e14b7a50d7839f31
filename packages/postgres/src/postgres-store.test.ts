import { storeSuite } from "@codespar/backend/testing";
import { describe, it } from "vitest";
import { postgresStore } from "./postgres-store.ts";
import { hasPostgres, temporaryDatabase } from "./testing.ts";

describe.runIf(hasPostgres("the store's suite on PostgreSQL"))("postgresStore", () => {
  for (const { name, run } of storeSuite) {
    it(name, async () => {
      await using database = await temporaryDatabase();
      // cases of a hundred calls share few connections: a busy machine may keep the last of them waiting for long
      await run(() => postgresStore({ url: database.url, clock: null, connectTimeoutMs: 60_000 }));
    });
  }
});
