import { randomUUID } from "node:crypto";
import { type FileHandle, open, readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { isError } from "@codespar/contract";
import { CodeSparError } from "../errors/codespar-error.ts";
import type { JournalEntry, LoopJournal } from "../loop/loop-journal.ts";
import { lockFile } from "./file-lock.ts";
import { JournalError } from "./journal-error.ts";
import { headerLine, readLines } from "./journal-lines.ts";

interface OpenJournal {
  loopId: string;
  release: () => Promise<void>;
  /** Bytes of whole entries that are on the disk. */
  length: number;
  /** Opened by the first append, so that reading leaves nothing behind. */
  handle: FileHandle | undefined;
}

/**
 * A journal in a file, for one loop: a loop that died with its process goes on in the next one. Every entry is a line of
 * JSON and is on the disk before the loop goes on. While a run has it, any other is refused. Nobody but its owner may read it:
 * it holds the arguments and results of the steps.
 */
export function fileJournal(file: string): LoopJournal {
  const path = resolve(file);
  let current: OpenJournal | undefined;

  /** Opens the file at the end of its whole lines. */
  async function openHandle(journal: OpenJournal): Promise<FileHandle> {
    // it holds what steps are called with: documents, card tokens
    const handle = await open(path, "a", 0o600);
    journal.handle = handle;
    if (((await handle.stat()).mode & 0o077) !== 0) await handle.chmod(0o600);
    if (journal.length === 0) await syncFolder(dirname(path));
    return handle;
  }

  return {
    async read(loopId) {
      // a dash would not be distinguished from the lock file's own
      const release = await lockFile(path, randomUUID().replaceAll("-", "")).catch((error) => {
        throw ioError(path, "cannot be locked", error);
      });
      try {
        const bytes = await readFile(path).catch((error) => {
          if (error.code === "ENOENT") return new Uint8Array();
          throw ioError(path, "cannot be read", error);
        });
        const { entries, length } = readLines(path, loopId, bytes);
        current = { loopId, release, length, handle: undefined };
        return entries;
      } catch (error) {
        await release();
        throw error;
      }
    },

    async append(loopId, entry: JournalEntry) {
      if (current?.loopId !== loopId) throw ioError(path, "has to be read before it is written");
      try {
        const handle = current.handle ?? (await openHandle(current));
        // what a dead process, or a write that failed, has left of a line
        await handle.truncate(current.length);
        const line = `${JSON.stringify(entry)}\n`;
        const bytes = Buffer.from(current.length === 0 ? headerLine(loopId) + line : line);
        await handle.appendFile(bytes);
        await handle.datasync();
        current.length += bytes.length;
      } catch (error) {
        throw ioError(path, "cannot be written", error);
      }
    },

    async release(loopId) {
      if (current?.loopId !== loopId) return;
      const { handle, release } = current;
      current = undefined;
      await handle?.close();
      await release();
    },
  };
}

/** A new file survives a crash of the machine once its folder is on the disk. */
async function syncFolder(folder: string): Promise<void> {
  // a folder cannot be opened on Windows, which writes its entries by itself
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function ioError(path: string, what: string, cause?: unknown): CodeSparError {
  if (CodeSparError.isInstance(cause)) return cause;
  const why = isError(cause) ? ` (${cause.message})` : "";
  return new JournalError({
    code: "journal_io",
    path,
    message: `the journal ${what}${why}. Nothing was undone: fix that and run the loop again with its id.`,
    cause,
  });
}
