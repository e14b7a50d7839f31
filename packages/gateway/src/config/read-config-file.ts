import { existsSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { redact } from "@codespar/contract";
import { ConfigError } from "./config-error.ts";

const names = ["codespar.config.ts", "codespar.config.js", "codespar.config.json"];

/** What the configuration file holds, and its name; undefined when there is none. `path` is what was asked for. */
export async function readConfigFile(
  directory: string,
  path: string | undefined,
): Promise<{ name: string; value: unknown } | undefined> {
  const found = names.filter((name) => existsSync(resolve(directory, name)));
  if (path === undefined && found.length > 1) {
    throw new ConfigError([`${found.join(" and ")} are both here. Keep one, or name it with --config.`]);
  }
  const chosen = path ?? found[0];
  if (chosen === undefined) return undefined;
  const whole = resolve(directory, chosen);
  const name = basename(whole);
  if (!existsSync(whole)) throw new ConfigError([`--config: there is no file ${chosen}.`]);
  try {
    return { name, value: await load(whole) };
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError([`${name} cannot be read: ${redact(problem.split("\n", 1)[0] ?? "")}`]);
  }
}

async function load(path: string): Promise<unknown> {
  if (path.endsWith(".json")) return JSON.parse(readFileSync(path, "utf8"));
  const module: { default?: unknown } = await import(pathToFileURL(path).href);
  if (module.default === undefined)
    throw new Error("it has no default export. Write `export default { … }`.");
  return module.default;
}
