import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { UsageError } from "../cli/usage-error.ts";

/** Merges the entry into a client's settings and leaves everything else as it is. The file is replaced whole or not at all. */
export async function writeConfig(file: string, config: Record<string, unknown>): Promise<void> {
  const merged = merge(await readConfig(file), config);
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}.tmp`;
  // It may hold a key.
  await writeFile(draft, `${JSON.stringify(merged, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, file);
}

async function readConfig(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw new UsageError(`Cannot read ${file}: ${error.message}`);
  });
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

/** Two levels: the section, such as `mcpServers`, and the server in it, which is replaced. */
function merge(present: Record<string, unknown>, config: Record<string, unknown>): Record<string, unknown> {
  const sections = Object.entries(config).map(([section, servers]) => {
    const others = present[section];
    return [section, isRecord(others) && isRecord(servers) ? { ...others, ...servers } : servers];
  });
  return { ...present, ...Object.fromEntries(sections) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
