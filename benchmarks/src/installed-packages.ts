import { existsSync, globSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

interface Manifest {
  name: string;
  version: string;
  files?: string[];
  dependencies?: Record<string, string>;
}

export interface InstalledPackage {
  name: string;
  bytes: number;
}

/** A package and all that is installed with it. Of our own, the files that are published. */
export function installedPackages(folder: string): InstalledPackage[] {
  const found = new Map<string, InstalledPackage>();
  const visit = (place: string) => {
    const path = realpathSync(place);
    if (found.has(path)) return;
    const {
      name,
      version,
      files,
      dependencies = {},
    }: Manifest = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
    // what came from a registry holds nothing else
    const patterns = name.startsWith("@codespar/") ? publishedFiles(files) : ["**/*"];
    found.set(path, { name: `${name} ${version}`, bytes: getSize(path, patterns) });
    for (const dependency of Object.keys(dependencies)) visit(resolveFrom(path, dependency));
  };
  visit(folder);
  return [...found.values()];
}

function publishedFiles(files: readonly string[] = []): string[] {
  const excluded = files.filter((file) => file.startsWith("!"));
  const included = files.filter((file) => !file.startsWith("!")).map((file) => `${file}/**/*`);
  return ["package.json", ...included, ...excluded];
}

function getSize(folder: string, patterns: readonly string[]): number {
  const exclude = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  const include = patterns.filter((pattern) => !pattern.startsWith("!"));
  const paths = globSync(include, { cwd: folder, exclude: [...exclude, "node_modules/**"] });
  const status = paths.map((path) => statSync(join(folder, path)));
  return status.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}

function resolveFrom(folder: string, name: string): string {
  for (let parent = folder; ; parent = dirname(parent)) {
    const candidate = join(parent, "node_modules", name);
    if (existsSync(candidate)) return candidate;
    if (parent === dirname(parent)) throw new Error(`${name} is not installed for ${folder}.`);
  }
}
