import { mkdir, open, readdir, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { isHolderAlive, processStart, unknownStart } from "./is-holder-alive.ts";
import { JournalError } from "./journal-error.ts";

/**
 * Holds `path` against every other run, in this process or another. Everyone puts down a lock file of their own, named
 * after their process, and then looks whether another's is there: of two at least one sees the other. As no two lock files
 * have the same name, clearing away that of a dead process can never take a living one's. Returns a function that releases it.
 */
export async function lockFile(path: string, nonce: string): Promise<() => Promise<void>> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const prefix = `${basename(path)}.lock-`;
  const start = (await processStart(process.pid)) ?? unknownStart;
  const own = `${prefix}${process.pid}-${start}-${nonce}-${encodeURIComponent(hostname())}`;
  const release = () => rm(join(folder, own), { force: true });
  await (await open(join(folder, own), "wx", 0o600)).close();
  try {
    for (const name of await readdir(folder)) {
      if (!name.startsWith(prefix) || name === own) continue;
      await checkOther(path, join(folder, name), name.slice(prefix.length));
    }
  } catch (error) {
    await release();
    throw error;
  }
  return release;
}

async function checkOther(path: string, file: string, text: string): Promise<void> {
  const [, pid = "", start = "", host = ""] = /^(\d+)-(\d+)-[^-]+-(.+)$/.exec(text) ?? [];
  if (host === encodeURIComponent(hostname()) && !(await isHolderAlive(Number(pid), start))) {
    await rm(file, { force: true });
    return;
  }
  const holder = host === "" ? "a process" : `process ${pid} on ${decodeURIComponent(host)}`;
  throw new JournalError({
    code: "journal_in_use",
    path,
    message: `${holder} is running this loop. Wait until it ends; if it is gone for certain, delete ${file}.`,
  });
}
