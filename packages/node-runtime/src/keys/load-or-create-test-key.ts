import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isError } from "@codespar/contract";
import { checkPrivateFile, openPrivateDirectory } from "../data-directory/private-paths.ts";

/** The test key of a directory's sandbox: made at the first start, the same at every later one. */
export async function loadOrCreateTestKey(directory: string, makeKey: () => string): Promise<string> {
  const path = join(directory, "test-key");
  openPrivateDirectory(directory, "--data");
  try {
    // of two first starts one writes it
    await writeFile(path, makeKey(), { flag: "wx", mode: 0o600 });
  } catch (cause) {
    const code = isError(cause) && "code" in cause ? cause.code : undefined;
    if (code !== "EEXIST") throw new Error(`--data: ${directory} cannot be written to.`, { cause });
  }
  checkPrivateFile(path, "--data");
  return (await readFile(path, "utf8")).trim();
}
