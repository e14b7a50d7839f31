import { readFile } from "node:fs/promises";
import { isError } from "@codespar/contract";

/** Whether the process that put down a lock still runs, and its number has not gone to another since. */
export async function isHolderAlive(pid: number, start: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, but is not ours
    return isError(error) && "code" in error && error.code === "EPERM";
  }
  const now = await processStart(pid);
  return now === undefined || start === unknownStart || now === start;
}

/** Stands for a start that the system does not give. */
export const unknownStart = "0";

/**
 * When a process started, where the system gives it: after a restart of a container the new process often has the number of
 * the old one. A process that is dead and only waits to be counted has another start than it had.
 */
export async function processStart(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    // the third field and those after it; the second is a name in brackets, which may hold spaces
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" || state === "X" ? "dead" : fields[18];
  } catch {
    return undefined;
  }
}
