import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type ProviderFolder, partFiles } from "./render-lists.ts";

const source = new URL("../src/", import.meta.url);

/** The providers: every folder that has a `provider.ts`. */
export function readFolders(): ProviderFolder[] {
  const has = (id: string, file: string) => existsSync(fileURLToPath(new URL(`${id}/${file}`, source)));
  return readdirSync(source, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && has(entry.name, "provider.ts"))
    .map(({ name }) => ({ id: name, files: new Set(partFiles.filter((file) => has(name, `${file}.ts`))) }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}
