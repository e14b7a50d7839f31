import { mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { openDatabase } from "@codespar/node-runtime/sqlite";
import { temporaryDirectory } from "@codespar/node-runtime/testing";
import { createSandbox } from "@codespar/sandbox-core";
import { describe, expect, it } from "vitest";

const fileOf = (directory: string) => `${directory}/sandbox.sqlite`;

function expectRefusal(directory: string, message: RegExp): void {
  const before = readFileSync(fileOf(directory));
  expect(() => createSandbox({ data: directory })).toThrow(message);
  expect(readFileSync(fileOf(directory)).equals(before)).toBe(true);
}

describe("openDatabase", () => {
  it("makes the directory and the file", () => {
    using directory = temporaryDirectory();
    openDatabase(`${directory.path}/a/b`).close();
    openDatabase(`${directory.path}/a/b`).close();
  });

  it.each([
    [
      99,
      /by a newer @codespar\/sandbox \(format 99, this one reads 2\)\. Upgrade, or choose another directory\./,
    ],
    [1, /by an older @codespar\/sandbox \(format 1, this one reads 2\)\. Choose another directory\./],
  ])("refuses a file of format %i and leaves it as it is", (version, message) => {
    using directory = temporaryDirectory();
    openDatabase(directory.path).close();
    const database = new DatabaseSync(fileOf(directory.path));
    database.exec(`PRAGMA user_version = ${version}`);
    database.close();
    expectRefusal(directory.path, message);
  });

  it("refuses a text file, a cut file and one with a broken page", () => {
    using directory = temporaryDirectory();
    writeFileSync(fileOf(directory.path), "this is no database, whatever its name says");
    expectRefusal(directory.path, /damaged, or no SQLite file/);

    using cut = temporaryDirectory();
    openDatabase(cut.path).close();
    truncateSync(fileOf(cut.path), 9000);
    expectRefusal(cut.path, /damaged/);

    using broken = temporaryDirectory();
    openDatabase(broken.path).close();
    const bytes = readFileSync(fileOf(broken.path));
    bytes.fill(0xee, 4096, 8192);
    writeFileSync(fileOf(broken.path), bytes);
    expectRefusal(broken.path, /damaged/);
  });

  it("refuses another program's database", () => {
    using directory = temporaryDirectory();
    const database = new DatabaseSync(fileOf(directory.path));
    database.exec("CREATE TABLE notes (text TEXT)");
    database.close();
    expectRefusal(directory.path, /another program's file/);
  });

  it("refuses a path that is a file", () => {
    using directory = temporaryDirectory();
    mkdirSync(directory.path, { recursive: true });
    writeFileSync(`${directory.path}/file`, "");
    expect(() => createSandbox({ data: `${directory.path}/file` })).toThrow(/cannot be used as a directory/);
  });
});
