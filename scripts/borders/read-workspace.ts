import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Workspace } from "./find-crossings.ts";

const sources = [
  "packages/*/src/**/*.{ts,tsx}",
  "packages/*/scripts/**/*.ts",
  "examples/*/**/*.ts",
  "benchmarks/**/*.ts",
];

/** The repository's sources and the public entries of its packages. */
export function readWorkspace(root: string): Workspace {
  const paths = globSync(sources, { cwd: root, exclude: (path) => /(^|\/)(node_modules|dist)$/.test(path) })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !/(^|\/)(node_modules|dist|\.next)\//.test(path));
  const files = new Map(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
  const entries = new Set<string>();
  for (const path of globSync("packages/*/package.json", { cwd: root })) {
    const manifest: { name: string; exports?: Record<string, unknown> } = JSON.parse(
      readFileSync(join(root, path), "utf8"),
    );
    for (const key of Object.keys(manifest.exports ?? {})) entries.add(manifest.name + key.slice(1));
  }
  return { files, entries };
}
