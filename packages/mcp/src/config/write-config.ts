import { randomUUID } from "node:crypto";
import { chmod, mkdir, readFile, realpath, rename, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { UsageError } from "./usage-error.ts";

export interface WriteOptions {
  /** The entry holds a key, so that nobody else may read the file. */
  isSecret: boolean;
}

/**
 * Merges the entry into a client's settings and leaves everything else as it is, indentation, line ends and permissions
 * too. The file is replaced whole or not at all; a link to it stays one.
 */
export async function writeConfig(
  file: string,
  config: Record<string, unknown>,
  { isSecret }: WriteOptions,
): Promise<void> {
  const text = await readText(file);
  const merged = merge(file, parse(file, text), config);
  await mkdir(dirname(file), { recursive: true });
  const target = await realpath(file).catch(() => file);
  const mode = isSecret
    ? undefined
    : await stat(target).then(
        (present) => present.mode,
        () => undefined,
      );
  const draft = `${target}.${randomUUID()}.tmp`;
  await writeFile(draft, format(merged, text), { mode: 0o600 });
  if (mode !== undefined) await chmod(draft, mode);
  await rename(draft, target);
}

async function readText(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw new UsageError(`Cannot read ${file}: ${error.message}`);
  });
  // Editors on Windows begin a file with a byte order mark.
  return text.replace(/^\uFEFF/, "");
}

function parse(file: string, text: string): Record<string, unknown> {
  if (text.trim() === "") return {};
  try {
    const config: unknown = JSON.parse(text);
    if (isRecord(config)) return config;
  } catch {
    // Comments, most likely, which would be lost.
  }
  throw new UsageError(
    `${file} is not plain JSON, so it is left alone. Add the entry by hand (without --write).`,
  );
}

/** JSON in the manner of what was there. */
function format(config: Record<string, unknown>, before: string): string {
  const [indentation = "  "] = /^[\t ]+(?=")/m.exec(before) ?? [];
  const text = `${JSON.stringify(config, null, indentation)}\n`;
  return before.includes("\r\n") ? text.replaceAll("\n", "\r\n") : text;
}

/** Two levels: the section, such as `mcpServers`, and the server in it, which is replaced. */
function merge(
  file: string,
  present: Record<string, unknown>,
  config: Record<string, unknown>,
): Record<string, unknown> {
  const sections = Object.entries(config).map(([section, servers]) => {
    const others = present[section] ?? {};
    if (isRecord(others) && isRecord(servers)) return [section, { ...others, ...servers }];
    throw new UsageError(`"${section}" in ${file} is no object, so it is left alone. Fix it by hand.`);
  });
  return { ...present, ...Object.fromEntries(sections) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
