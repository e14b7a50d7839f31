import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JournalEntry } from "../loop/loop-journal.ts";
import { fileJournal } from "./file-journal.ts";
import { processStart } from "./is-holder-alive.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "codespar-journal-"));
  path = join(folder, "order-1.jsonl");
});
afterEach(() => rmSync(folder, { recursive: true }));

const started: JournalEntry = { type: "loop.started", steps: [{ id: "pay", name: "codespar_pay" }] };
const paying: JournalEntry = { type: "step.started", step: "pay", arguments: { note: "café\nnovo" } };
const skipped: JournalEntry = { type: "step.skipped", step: "pay" };

/** Opens the journal, appends, closes it, and returns what was in it before. */
async function use(entries: JournalEntry[] = [], loopId = "order-1"): Promise<JournalEntry[]> {
  const journal = fileJournal(path);
  const before = await journal.read(loopId);
  try {
    for (const entry of entries) await journal.append(loopId, entry);
  } finally {
    await journal.release?.(loopId);
  }
  return before;
}

const text = () => readFileSync(path, "utf8");

describe("file journal", () => {
  it("keeps entries, one line of JSON each, and leaves no lock behind", async () => {
    await use([started, paying]);
    await use([skipped]);
    expect(await use()).toEqual([started, paying, skipped]);
    expect(text().trimEnd().split("\n").slice(1)).toEqual(
      [started, paying, skipped].map((entry) => JSON.stringify(entry)),
    );
    expect(readdirSync(folder)).toEqual(["order-1.jsonl"]);
  });

  it("makes the folder, and no file before there is something to write", async () => {
    path = join(folder, "a/b/order-1.jsonl");
    expect(await use()).toEqual([]);
    expect(readdirSync(join(folder, "a/b"))).toEqual([]);
    await use([started]);
    expect(await use()).toEqual([started]);
  });

  // it holds documents and card tokens (findings/attack.md, 14)
  it.skipIf(process.platform === "win32")(
    "can be read by nobody but its owner, also one that was",
    async () => {
      path = join(folder, "new/order-1.jsonl");
      const journal = fileJournal(path);
      await journal.read("order-1");
      await journal.append("order-1", started);
      const folderOfJournal = join(folder, "new");
      const modes = () =>
        readdirSync(folderOfJournal).map((name) => statSync(join(folderOfJournal, name)).mode & 0o777);
      expect(statSync(folderOfJournal).mode & 0o777).toBe(0o700);
      expect(modes()).toEqual([0o600, 0o600]);
      await journal.release?.("order-1");
      chmodSync(path, 0o644);
      await use([paying]);
      expect(modes()).toEqual([0o600]);
    },
  );

  it("leaves out a last line that is torn anywhere, and writes over it", async () => {
    await use([started]);
    const whole = text().length;
    await use([paying]);
    const bytes = readFileSync(path);
    for (let length = 0; length < bytes.length; length++) {
      writeFileSync(path, bytes.subarray(0, length));
      const before = await use([]);
      if (length >= whole) expect(before).toEqual([started]);
      else expect(before).toEqual([]);
      await use(before.length === 0 ? [started, paying] : [paying]);
      expect(readFileSync(path).equals(bytes)).toBe(true);
    }
  });

  it.each([
    ["half a line", '{"type":"step.star'],
    ["JSON that is no entry", '{"type":"step.paid","step":"pay"}'],
    ["an entry without what it is about", '{"type":"step.completed","step":"pay"}'],
    ["an empty line", ""],
    ["bytes that are no text", Buffer.from([0xff, 0xfe])],
  ])("refuses %s in the middle, names the line, and touches nothing", async (_name, line) => {
    await use([started, paying]);
    appendFileSync(path, Buffer.concat([Buffer.from(line), Buffer.from(`\n${JSON.stringify(skipped)}\n`)]));
    const before = readFileSync(path);
    await expect(use([skipped])).rejects.toMatchObject({
      name: "JournalError",
      code: "journal_corrupt",
      path,
      line: 4,
      message: expect.stringContaining(`${path}:4: this line cannot be read`),
    });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(["order-1.jsonl"]);
  });

  it("refuses entries that do not start with the definition", async () => {
    await use([paying]);
    await expect(use()).rejects.toMatchObject({ code: "journal_corrupt", line: 2 });
  });

  it("refuses the journal of another loop", async () => {
    await use([started]);
    await expect(use([], "order-2")).rejects.toMatchObject({
      code: "journal_mismatch",
      message: `${path}: it is the journal of loop "order-1", not of "order-2". Give each loop a file of its own.`,
    });
  });

  it.each([
    ["another file", '{"name":"shop"}\n', "is no loop's journal"],
    ["another file of one open line", "TOKEN=1", "is no loop's journal"],
    ["bytes", Buffer.from([0xff, 0x0a]), "is no loop's journal"],
    ["a newer format", '{"codespar_journal":2,"loop":"order-1"}\n', "Update @codespar/sdk"],
  ])("refuses %s and leaves it as it is", async (_name, content, message) => {
    writeFileSync(path, content);
    await expect(use([started])).rejects.toMatchObject({
      code: "journal_mismatch",
      message: expect.stringContaining(message),
    });
    expect(readFileSync(path).equals(Buffer.from(content))).toBe(true);
  });

  it("says what to do when the file system fails", async () => {
    path = folder;
    await expect(use([started])).rejects.toMatchObject({
      code: "journal_io",
      message: expect.stringContaining("run the loop again with its id"),
    });
  });

  it("does not write before it has read", async () => {
    await expect(fileJournal(path).append("order-1", started)).rejects.toMatchObject({ code: "journal_io" });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("file journal: lock", () => {
  it("refuses a second run until the first has ended", async () => {
    const first = fileJournal(path);
    await first.read("order-1");
    await expect(use()).rejects.toMatchObject({
      code: "journal_in_use",
      retryable: true,
      message: expect.stringContaining(`process ${process.pid} on ${hostname()} is running this loop`),
    });
    await expect(Promise.resolve(first.read("order-1"))).rejects.toMatchObject({ code: "journal_in_use" });
    await first.append("order-1", started);
    await first.release?.("order-1");
    expect(await use()).toEqual([started]);
  });

  it("never lets two in that come at once", async () => {
    const runs = await Promise.allSettled(
      Array.from({ length: 10 }, () => Promise.resolve(fileJournal(path).read("order-1"))),
    );
    expect(runs.filter(({ status }) => status === "fulfilled").length).toBeLessThanOrEqual(1);
  });

  const lock = (holder: string) => writeFileSync(`${path}.lock-${holder}`, "");
  const host = encodeURIComponent(hostname());

  it("clears away the lock of a process that is gone", async () => {
    lock(`4194305-1-aa-${host}`); // one more than the highest number of a process
    expect(await use([started])).toEqual([]);
    expect(readdirSync(folder)).toEqual(["order-1.jsonl"]);
  });

  it.runIf(process.platform === "linux")(
    "clears away a lock whose process's number another has now",
    async () => {
      lock(`${process.pid}-1-aa-${host}`);
      expect(await use()).toEqual([]);
      lock(`${process.pid}-${await processStart(process.pid)}-aa-${host}`);
      await expect(use()).rejects.toMatchObject({ code: "journal_in_use" });
    },
  );

  it("takes no lock of another machine for stale", async () => {
    lock("4194305-1-aa-elsewhere");
    await expect(use()).rejects.toMatchObject({
      code: "journal_in_use",
      message: expect.stringContaining(`delete ${path}.lock-4194305-1-aa-elsewhere`),
    });
  });
});
