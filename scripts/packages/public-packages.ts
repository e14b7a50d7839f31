import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";

export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  bin?: Record<string, string>;
  exports?: Record<string, unknown>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

export interface PublicPackage {
  folder: string;
  manifest: Manifest;
  /** What can be imported: `@codespar/sdk`, `@codespar/sdk/node`. */
  entries: string[];
}

/** Packages that go to the registry, in the order of their names. */
export function publicPackages(): PublicPackage[] {
  return globSync("packages/*/package.json")
    .sort()
    .map((path) => ({ folder: dirname(path), manifest: readManifest(path) }))
    .filter(({ manifest }) => manifest.private !== true)
    .map(({ folder, manifest }) => ({ folder, manifest, entries: getEntries(manifest) }));
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(path, "utf8"));
}

function getEntries({ name, exports = {} }: Manifest): string[] {
  return Object.keys(exports)
    .filter((key) => !key.endsWith(".json"))
    .map((key) => name + key.slice(1));
}
