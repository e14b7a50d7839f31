import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { temporaryDirectory } from "@codespar/node-runtime/testing";
import { describe, expect, it } from "vitest";
import { createSandbox } from "../create-sandbox/create-sandbox.ts";

const getFile = (directory: string) => `${directory}/sandbox.sqlite`;
const getMode = (path: string) => (statSync(path).mode & 0o777).toString(8);

/** Makes the files of a sandbox, and closes it. */
async function makeFiles(directory: string): Promise<void> {
  await createSandbox({ data: directory }).close();
}

function expectRefusal(directory: string, message: RegExp): void {
  const before = readFileSync(getFile(directory));
  expect(() => createSandbox({ data: directory })).toThrow(message);
  expect(readFileSync(getFile(directory)).equals(before)).toBe(true);
}

describe("a sandbox's directory", () => {
  it("is made with all above it, for its owner alone", async () => {
    using directory = temporaryDirectory();
    const data = `${directory.path}/a/b`;
    const sandbox = createSandbox({ data });
    for (const path of [data, `${directory.path}/a`]) expect(getMode(path)).toBe("700");
    for (const ending of ["", "-wal", "-shm"]) expect(getMode(getFile(data) + ending)).toBe("600");
    expect(getMode(`${data}/master-key`)).toBe("600");
    await sandbox.close();
    await makeFiles(data);
  });

  it("is narrowed when others could look into it", async () => {
    using directory = temporaryDirectory();
    mkdirSync(`${directory.path}/open`, { mode: 0o755 });
    await makeFiles(`${directory.path}/open`);
    expect(getMode(`${directory.path}/open`)).toBe("700");
  });

  it.each(["sandbox.sqlite", "master-key"])("is refused while others can read %s", async (name) => {
    using directory = temporaryDirectory();
    await makeFiles(directory.path);
    chmodSync(`${directory.path}/${name}`, 0o644);
    expectRefusal(directory.path, new RegExp(`others .* can open .*${name} \\(mode 0644\\).*: chmod 600 /`));
  });

  it("holds the master key apart from the database, and is refused without it", async () => {
    using directory = temporaryDirectory();
    await makeFiles(directory.path);
    const key = /^local-1:(.+)$/m.exec(readFileSync(`${directory.path}/master-key`, "utf8"))?.[1] ?? "";
    expect(Buffer.from(key, "base64")).toHaveLength(32);
    expect(readFileSync(getFile(directory.path)).includes(key)).toBe(false);
    rmSync(`${directory.path}/master-key`);
    expectRefusal(directory.path, /master-key is missing, .* Restore it, or choose another directory\./);
  });

  it.each([
    [
      99,
      /by a newer @codespar\/sandbox \(format 99, this one reads \d+\)\. Upgrade, or choose another directory\./,
    ],
    [
      2,
      /by an older @codespar\/sandbox \(format 2, this one reads \d+\)\. It holds test data alone: delete the directory/,
    ],
  ])("is refused with a file of format %i, which stays as it is", async (version, message) => {
    using directory = temporaryDirectory();
    await makeFiles(directory.path);
    const database = new DatabaseSync(getFile(directory.path));
    database.exec(`PRAGMA user_version = ${version}`);
    database.close();
    expectRefusal(directory.path, message);
  });

  it("is refused with a text file, a cut file and one with a broken page", async () => {
    using directory = temporaryDirectory();
    writeFileSync(getFile(directory.path), "this is no database, whatever its name says");
    expectRefusal(directory.path, /damaged, or no SQLite file/);

    using cut = temporaryDirectory();
    await makeFiles(cut.path);
    truncateSync(getFile(cut.path), 9000);
    expectRefusal(cut.path, /damaged/);

    using broken = temporaryDirectory();
    await makeFiles(broken.path);
    const bytes = readFileSync(getFile(broken.path));
    bytes.fill(0xee, 4096, 8192);
    writeFileSync(getFile(broken.path), bytes);
    expectRefusal(broken.path, /damaged/);
  });

  it("is refused with an empty file beside a log that has everything, and both stay as they are", async () => {
    using directory = temporaryDirectory();
    await makeFiles(directory.path);
    writeFileSync(`${getFile(directory.path)}-wal`, readFileSync(getFile(directory.path)));
    truncateSync(getFile(directory.path), 0);
    const log = readFileSync(`${getFile(directory.path)}-wal`);
    expectRefusal(directory.path, /damaged/);
    expect(readFileSync(`${getFile(directory.path)}-wal`).equals(log)).toBe(true);
  });

  it("is refused with another program's database", () => {
    using directory = temporaryDirectory();
    const database = new DatabaseSync(getFile(directory.path));
    database.exec("CREATE TABLE notes (text TEXT)");
    database.close();
    expectRefusal(directory.path, /another program's file/);
  });

  it("is refused when it is a file", () => {
    using directory = temporaryDirectory();
    writeFileSync(`${directory.path}/file`, "");
    expect(() => createSandbox({ data: `${directory.path}/file` })).toThrow(/cannot be used as a directory/);
  });

  it("is refused in one line where no directory can be made", () => {
    expect(() => createSandbox({ data: "/proc/nothing/here" })).toThrow(
      /^data: \/proc\/nothing\/here cannot be used as a directory\. Choose another one\.$/,
    );
  });
});
