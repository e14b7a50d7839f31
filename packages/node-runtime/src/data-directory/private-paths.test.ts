import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadOrCreateTestKey } from "../keys/load-or-create-test-key.ts";
import { temporaryDirectory } from "../testing/temporary-directory.ts";
import { loadOrCreateMasterKey } from "./master-key-file.ts";
import { checkPrivateFile, makePrivateFile, openPrivateDirectory } from "./private-paths.ts";

const modeOf = (path: string) => statSync(path).mode & 0o777;

describe("a private directory", () => {
  it("is made with all above it, for its owner alone", () => {
    using directory = temporaryDirectory();
    const path = join(directory.path, "a", "b");
    openPrivateDirectory(path, "--data");
    expect(modeOf(path)).toBe(0o700);
    expect(modeOf(join(directory.path, "a"))).toBe(0o700);
  });

  it("that others could look into is narrowed", () => {
    using directory = temporaryDirectory();
    const path = join(directory.path, "open");
    mkdirSync(path);
    chmodSync(path, 0o755);
    openPrivateDirectory(path, "--data");
    expect(modeOf(path)).toBe(0o700);
  });

  it.each([
    ["a file in its place", "file", /^--data: .*file cannot be used as a directory\. Choose another one\.$/],
    ["a file above it", "file/inside", /^--data: .*cannot be used as a directory\. Choose another one\.$/],
  ])("is refused in one line for %s", (_what, name, message) => {
    using directory = temporaryDirectory();
    writeFileSync(join(directory.path, "file"), "");
    expect(() => openPrivateDirectory(join(directory.path, name), "--data")).toThrow(message);
  });

  it("is refused where the system has no room for one, without trying for ever", () => {
    expect(() => openPrivateDirectory("/proc/codespar/data", "--data")).toThrow(/^--data: \/proc\/codespar/);
  });
});

describe("a private file", () => {
  it("is made empty for its owner alone, and what is in one stays", () => {
    using directory = temporaryDirectory();
    const path = join(directory.path, "key");
    makePrivateFile(path, "--data");
    expect(modeOf(path)).toBe(0o600);
    writeFileSync(path, "kept");
    makePrivateFile(path, "--data");
    expect(readFileSync(path, "utf8")).toBe("kept");
  });

  it("that others can read is refused with the command that ends it; one that is not there is fine", () => {
    using directory = temporaryDirectory();
    const path = join(directory.path, "key");
    checkPrivateFile(path, "--data");
    writeFileSync(path, "");
    chmodSync(path, 0o644);
    expect(() => checkPrivateFile(path, "--data")).toThrow(
      `--data: others on this machine can open ${path} (mode 0644). Take that away: chmod 600 ${path}`,
    );
  });
});

describe("the master key's file", () => {
  it("is made once, the same afterwards, and in no draft that stays", () => {
    using directory = temporaryDirectory();
    const first = loadOrCreateMasterKey(directory.path, { mustExist: false });
    const second = loadOrCreateMasterKey(directory.path, { mustExist: true });
    expect(second).toEqual(first);
    expect(modeOf(join(directory.path, "master-key"))).toBe(0o600);
    expect(readFileSync(join(directory.path, "master-key"), "utf8")).toMatch(/^# CodeSpar's master key/);
  });

  it("is not made again where something may be encrypted with it", () => {
    using directory = temporaryDirectory();
    const load = () => loadOrCreateMasterKey(directory.path, { option: "DATA", mustExist: true });
    expect(load).toThrow(/^DATA: .*master-key is missing, and what the database holds cannot be decrypted/);
    expect(existsSync(join(directory.path, "master-key"))).toBe(false);
  });

  it("is refused when it is damaged, and its text is in no message", () => {
    using directory = temporaryDirectory();
    const path = join(directory.path, "master-key");
    writeFileSync(path, "local-1:c2VjcmV0\n", { mode: 0o600 });
    expect(() => loadOrCreateMasterKey(directory.path, { mustExist: true })).toThrow(/cannot be used\./);
    try {
      loadOrCreateMasterKey(directory.path, { mustExist: true });
    } catch (error) {
      expect(String(error)).not.toContain("c2VjcmV0");
    }
  });
});

describe("the sandbox's test key", () => {
  it("is made at the first start and the same at every later one, also of two first starts", async () => {
    using directory = temporaryDirectory();
    let made = 0;
    const make = () => `csk_test_${++made}`;
    const [one, other] = await Promise.all([
      loadOrCreateTestKey(directory.path, make),
      loadOrCreateTestKey(directory.path, make),
    ]);
    expect(one).toBe(other);
    expect(await loadOrCreateTestKey(directory.path, make)).toBe(one);
    expect(modeOf(join(directory.path, "test-key"))).toBe(0o600);
  });
});
