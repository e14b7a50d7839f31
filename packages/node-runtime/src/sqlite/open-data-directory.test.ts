import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { expect, it } from "vitest";
import { temporaryDirectory } from "../testing.ts";
import { openDataDirectory } from "./open-data-directory.ts";

const options = { name: "store", program: "this test" };

/** Opens the directory in a process of its own, writes a row, and prints the master key that it found. */
async function openElsewhere(directory: string, number: number): Promise<string> {
  const program = `
    import { openDataDirectory } from ${JSON.stringify(new URL("./open-data-directory.ts", import.meta.url).href)};
    const { sql, keyring } = openDataDirectory(${JSON.stringify(directory)}, ${JSON.stringify(options)});
    sql.run("INSERT INTO keys (organisation, key, operation) VALUES (?, ?, ?)", "org_a", ${JSON.stringify(`${number}`)}, "tc_1");
    process.stdout.write(JSON.stringify(keyring));
  `;
  const child = spawn(process.execPath, [
    "--conditions=@codespar/source",
    "--disable-warning=ExperimentalWarning",
    "--input-type=module",
    "--eval",
    program,
  ]);
  let [printed, complained] = ["", ""];
  child.stdout.on("data", (piece) => {
    printed += piece;
  });
  child.stderr.on("data", (piece) => {
    complained += piece;
  });
  const [code] = await once(child, "close");
  expect([code, complained]).toEqual([0, ""]);
  return printed;
}

it("makes one master key and one set of tables, though several processes open it at once for the first time", async () => {
  using directory = temporaryDirectory();
  const printed = await Promise.all([1, 2, 3, 4].map((number) => openElsewhere(directory.path, number)));
  expect(new Set(printed).size).toBe(1);
  const { sql, keyring } = openDataDirectory(directory.path, options);
  expect(JSON.parse(printed[0] ?? "")).toEqual(keyring);
  expect(sql.number("SELECT COUNT(*) AS value FROM keys")).toBe(4);
  sql.close();
});

it("is refused without the master key that its database was made with, and makes no other", () => {
  using directory = temporaryDirectory();
  openDataDirectory(directory.path, options).sql.close();
  rmSync(`${directory.path}/master-key`);
  const before = readFileSync(`${directory.path}/store.sqlite`);
  expect(() => openDataDirectory(directory.path, options)).toThrow(
    /master-key is missing, and what the database holds cannot be decrypted without it\. Restore it/,
  );
  expect(existsSync(`${directory.path}/master-key`)).toBe(false);
  expect(readFileSync(`${directory.path}/store.sqlite`).equals(before)).toBe(true);
});

it("has no key file where the key is kept elsewhere", () => {
  using directory = temporaryDirectory();
  const keyring = { current: "a", keys: { a: Buffer.alloc(32, 1).toString("base64") } };
  const opened = openDataDirectory(directory.path, { ...options, keyring });
  expect(opened.keyring).toBe(keyring);
  opened.sql.close();
  expect(existsSync(`${directory.path}/master-key`)).toBe(false);
});
