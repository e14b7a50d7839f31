import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { checkPrivateFile } from "@codespar/node-runtime";
import { ConfigError } from "../config/config-error.ts";

const form = /^csk_(?:live|test)_[A-Za-z0-9_-]{1,200}$/;

/**
 * Writes a key to a file for its owner alone (mode 0600). A file that is there is never overwritten: what it holds is
 * returned, so that a start that was cut short goes on with the same key.
 */
export function writeKeyFile(path: string, key: string): string {
  if (existsSync(path)) {
    checkPrivateFile(path, "--key-file");
    const found = readFileSync(path, "utf8").trim();
    if (form.test(found)) return found;
    throw new ConfigError([`--key-file: ${path} is there already and holds no key. Choose another file.`]);
  }
  try {
    const file = openSync(path, "wx", 0o600);
    try {
      writeSync(file, `${key}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
    throw new ConfigError([`--key-file: ${path} cannot be written${code}. Choose another file.`]);
  }
  return key;
}
