import { DatabaseSync } from "node:sqlite";
import { temporaryDirectory } from "@codespar/node-runtime/testing";
import { expect, it } from "vitest";
import { resolveConfig } from "../config/resolve-config.ts";
import { openStorage } from "./open-storage.ts";

it("says of an SQLite file of an older format what can be done, and leaves it as it is", async () => {
  using directory = temporaryDirectory();
  const config = await resolveConfig({
    directory: directory.path,
    environment: {},
    flags: { data: directory.path },
  });
  await (await openStorage(config, () => {})).close();
  const file = `${directory.path}/codespar.sqlite`;
  const database = new DatabaseSync(file);
  database.exec("PRAGMA user_version = 2");
  database.close();
  const opened = openStorage(config, () => {});
  await expect(opened).rejects.toThrow(
    /codespar\.sqlite was written by an older @codespar\/gateway \(format 2,/,
  );
  await expect(opened).rejects.toThrow(
    "Run the gateway that wrote it, or choose another directory. PostgreSQL",
  );
  const after = new DatabaseSync(file, { readOnly: true });
  expect(after.prepare("PRAGMA user_version").get()).toEqual({ user_version: 2 });
  after.close();
});
