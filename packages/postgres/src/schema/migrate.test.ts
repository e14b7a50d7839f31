import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { postgresStore } from "../postgres-store.ts";
import { hasPostgres, temporaryDatabase } from "../testing.ts";
import { migrate } from "./migrate.ts";
import { schemaVersion } from "./migrations.ts";

const getFailure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe.runIf(hasPostgres("migrations"))("migrate", () => {
  it("brings an empty database to this version, once, also when several processes begin at the same time", async () => {
    await using database = await temporaryDatabase({ isEmpty: true });
    const { url } = database;
    const results = await Promise.all(Array.from({ length: 5 }, () => migrate({ url })));
    expect(results.map(({ to }) => to)).toEqual(Array(5).fill(schemaVersion));
    expect(await migrate({ url })).toEqual({ from: schemaVersion, to: schemaVersion });
    expect(await database.query("SELECT version FROM codespar.schema_versions")).toHaveLength(schemaVersion);
  });

  it("lets an older process run beside a newer schema that it can read", async () => {
    await using database = await temporaryDatabase();
    await database.query("INSERT INTO codespar.schema_versions VALUES (99, 1, now())");
    const store = await postgresStore({ url: database.url });
    await store.close();
  });

  it("refuses a newer schema that this version cannot run on, and changes nothing", async () => {
    await using database = await temporaryDatabase();
    await database.query("INSERT INTO codespar.schema_versions VALUES (99, 98, now())");
    const wanted = `has schema 99, which needs a newer CodeSpar: this one knows schema ${schemaVersion}. Upgrade this process, or give it another database.`;
    await expect(postgresStore({ url: database.url })).rejects.toThrow(wanted);
    await expect(migrate({ url: database.url })).rejects.toThrow(wanted);
  });

  it("asks for the migration where there are no tables", async () => {
    await using database = await temporaryDatabase({ isEmpty: true });
    await expect(postgresStore({ url: database.url })).rejects.toThrow(
      /has no tables of CodeSpar yet. Run the migration first./,
    );
  });

  it("is all or nothing: what stands in its way leaves the database as it was", async () => {
    await using database = await temporaryDatabase({ isEmpty: true });
    await database.query("CREATE SCHEMA codespar");
    await database.query("CREATE TABLE codespar.jobs (id text)");
    await expect(migrate({ url: database.url })).rejects.toThrow('relation "jobs" already exists');
    const tables = await database.query("SELECT tablename FROM pg_tables WHERE schemaname = 'codespar'");
    expect(tables).toEqual([{ tablename: "jobs" }]);
  });

  it("says what a user lacks who may not make tables", async () => {
    await using database = await temporaryDatabase({ isEmpty: true });
    await database.query("CREATE ROLE reader LOGIN");
    const url = database.url.replace("codespar@", "reader@");
    await expect(migrate({ url })).rejects.toThrow(/lacks a privilege on .*Grant it CREATE on the database/);
    await database.query("DROP OWNED BY reader");
    await database.query("DROP ROLE reader");
  });
});

describe("a wrong DATABASE_URL", () => {
  it.each([
    ["", "is not the address of a PostgreSQL database"],
    ["localhost:5432/codespar", "is not the address of a PostgreSQL database"],
    ["mysql://root:hunter2@localhost/x", "It looks like postgres://user:password@host:5432/database"],
  ])("%j is refused without repeating it", async (url, sentence) => {
    await expect(postgresStore({ url })).rejects.toThrow(sentence);
    expect(String(await getFailure(postgresStore({ url })))).not.toContain("hunter2");
  });

  it("says that nothing listens there, and never the password", async () => {
    const url = `postgres://ana:hunter2@127.0.0.1:${await closedPort()}/shop`;
    const error = await getFailure(postgresStore({ url, timers: hurried }));
    expect(String(error)).toContain(
      "/shop is not reached: nothing listens at its address. Check DATABASE_URL",
    );
    expect(getEverything(error)).not.toContain("hunter2");
  });
});

describe.runIf(hasPostgres("refused connections"))("a DATABASE_URL that PostgreSQL refuses", () => {
  it("names the database that is not there", async () => {
    await using database = await temporaryDatabase();
    const url = database.url.replace(/\/[^/]+$/, "/nothing-here");
    const error = await getFailure(postgresStore({ url }));
    expect(String(error)).toContain(
      "/nothing-here does not exist on that server. Create it, or correct DATABASE_URL.",
    );
  });

  it("names a user who is not let in, without the password", async () => {
    await using database = await temporaryDatabase();
    const url = database.url.replace("codespar@", "nobody-known:hunter2@");
    const error = await getFailure(postgresStore({ url }));
    expect(String(error)).toContain("Check DATABASE_URL");
    expect(getEverything(error)).not.toContain("hunter2");
  });
});

/** Waits for nothing. */
const hurried = {
  after(_delayMs: number, callback: () => void) {
    const immediate = setImmediate(callback);
    return () => clearImmediate(immediate);
  },
};

function closedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** All that a log might show of an error. */
function getEverything(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error);
  return [
    error.stack,
    JSON.stringify(error),
    JSON.stringify(Object.getOwnPropertyDescriptors(error)),
    getEverything(error.cause),
  ].join("\n");
}
