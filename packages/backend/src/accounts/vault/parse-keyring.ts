import { type Keyring, masterKey } from "./keyring.ts";

/**
 * The keyring of a text, as an environment variable or a file holds it: one master key a line, or separated by commas,
 * each `id:base64` of 32 bytes. The first one wraps from now on, the others stay until everything is wrapped again.
 * Lines that are empty or begin with `#` are left out. Throws with the line's number, and never shows a key.
 * @example
 * createBackend({ keyring: parseKeyring(process.env.CODESPAR_MASTER_KEYS ?? readFileSync(path, "utf8")), … });
 */
export function parseKeyring(text: string): Keyring {
  const keys: Record<string, string> = Object.create(null);
  let current: string | undefined;
  for (const [index, part] of text.split(/[\n,]/).entries()) {
    const line = part.trim();
    if (line === "" || line.startsWith("#")) continue;
    const [, id, key] = /^([\w.-]{1,64}):\s*([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
    if (id === undefined || key === undefined) {
      throw new Error(
        `Master key ${index + 1}: write id:base64, as in 2026-04:, and 32 random bytes in base64.`,
      );
    }
    if (keys[id] !== undefined) throw new Error(`Master key ${index + 1}: there is another one of id ${id}.`);
    keys[id] = key;
    masterKey({ current: id, keys }, id);
    current ??= id;
  }
  if (current === undefined) {
    throw new Error('There is no master key. Make one: echo "2026-04:$(openssl rand -base64 32)".');
  }
  return { current, keys };
}
