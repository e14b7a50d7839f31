import { isError } from "@codespar/contract";
import { nodeModules } from "./node-modules.ts";

/** Read, write and search for group and others. */
const forOthers = 0o077;

/**
 * Makes a directory for its owner alone (mode 0700), or takes the one that is there: its mode is narrowed. `option` is
 * what messages begin with. Throws one line that says what to do.
 */
export function openPrivateDirectory(path: string, option: string): void {
  const { fs } = nodeModules();
  try {
    makeDirectory(fs, path);
    if (!hasModes() || (fs.statSync(path).mode & forOthers) === 0) {
      fs.accessSync(path, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
      return;
    }
    fs.chmodSync(path, 0o700);
  } catch (cause) {
    throw new Error(`${option}: ${explainUnusable(path, getCode(cause))}`, { cause });
  }
}

/**
 * The directory and those above it. One at a time: where the system refuses a directory with ENOENT, as under /proc, the
 * `recursive` of Node tries without end.
 */
function makeDirectory(fs: typeof import("node:fs"), path: string): void {
  if (fs.existsSync(path)) {
    if (fs.statSync(path).isDirectory()) return;
    throw new Error(`${path} is a file.`);
  }
  const parent = path.replace(/[/\\]+[^/\\]*[/\\]*$/, "");
  if (parent !== path && parent !== "") makeDirectory(fs, parent);
  try {
    fs.mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // another process may have made it meanwhile
    if (getCode(error) !== "EEXIST") throw error;
  }
}

/** Makes an empty file for its owner alone (mode 0600) where there is none. */
export function makePrivateFile(path: string, option: string): void {
  const { fs } = nodeModules();
  try {
    fs.closeSync(fs.openSync(path, "a", 0o600));
  } catch (cause) {
    throw new Error(`${option}: ${explainUnusable(path, getCode(cause))}`, { cause });
  }
}

/** Refuses a file that others on this machine may read or write; one that is not there is fine. */
export function checkPrivateFile(path: string, option: string): void {
  const { fs } = nodeModules();
  const found = fs.statSync(path, { throwIfNoEntry: false });
  if (found === undefined || !hasModes() || (found.mode & forOthers) === 0) return;
  const mode = (found.mode & 0o777).toString(8).padStart(4, "0");
  throw new Error(
    `${option}: others on this machine can open ${path} (mode ${mode}). Take that away: chmod 600 ${path}`,
  );
}

/** Windows keeps access lists instead of modes. */
function hasModes(): boolean {
  return process.platform !== "win32";
}

function explainUnusable(path: string, code: string): string {
  switch (code) {
    case "EROFS":
      return `${path} is on a read-only file system. Choose another directory, or mount one that can be written to.`;
    case "EACCES":
    case "EPERM":
      return `${path} does not belong to this user, who may not write to it. Choose another directory, or change its owner.`;
    case "ENOSPC":
      return `${path} cannot be written to: the disk is full.`;
    default:
      return `${path} cannot be used as a directory. Choose another one.`;
  }
}

function getCode(error: unknown): string {
  return isError(error) && "code" in error ? String(error.code) : "";
}
