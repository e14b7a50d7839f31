import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The test key of a directory's sandbox: made at the first start, the same at every later one. */
export async function keepTestKey(directory: string, makeKey: () => string): Promise<string> {
  const path = join(directory, "test-key");
  try {
    await mkdir(directory, { recursive: true });
    // of two first starts one writes it
    await writeFile(path, makeKey(), { flag: "wx", mode: 0o600 });
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "ENOTDIR" || (code === "EEXIST" && !(await isFile(path))))
      throw new Error(`--data: ${directory} cannot be used as a directory. Choose another one.`, { cause });
    if (code !== "EEXIST") throw new Error(`--data: ${directory} cannot be written to.`, { cause });
  }
  return (await readFile(path, "utf8")).trim();
}

async function isFile(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}
