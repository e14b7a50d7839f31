import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/**
 * Writes the `references` of every TypeScript project from the workspace dependencies in its package.json, and the root
 * project that names them all. Run it after a dependency between packages changes; `--check` fails when one is missing.
 */
interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const projects = globSync([
  "packages/*/tsconfig.json",
  "examples/*/tsconfig.json",
  "benchmarks/tsconfig.json",
  "scripts/tsconfig.json",
])
  .map((path) => dirname(path).replaceAll("\\", "/"))
  .sort();

const getFolder = new Map<string, string>();
for (const folder of projects) {
  const manifest = join(folder, "package.json");
  if (existsSync(manifest)) getFolder.set((read(manifest) as Manifest).name, folder);
}

const stale: string[] = [];

function write(path: string, config: object): void {
  const text = `${JSON.stringify(config, null, 2)}\n`;
  if (existsSync(path) && JSON.stringify(read(path)) === JSON.stringify(config)) return;
  stale.push(path);
  if (!process.argv.includes("--check")) writeFileSync(path, text);
}

for (const folder of projects) {
  const path = join(folder, "tsconfig.json");
  const manifest: Manifest = existsSync(join(folder, "package.json"))
    ? read(join(folder, "package.json"))
    : read("package.json");
  const names = Object.keys({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.peerDependencies,
  });
  const references = names
    .map((name) => getFolder.get(name))
    .filter((target): target is string => target !== undefined && target !== folder)
    .sort()
    .map((target) => ({ path: relative(folder, target).replaceAll("\\", "/") }));
  const { references: _, ...config } = read(path);
  const { noEmit: __, ...compilerOptions } = config.compilerOptions;
  const emit = { composite: true, emitDeclarationOnly: true, rootDir: ".", outDir: ".types" };
  write(path, {
    ...config,
    compilerOptions: { ...compilerOptions, ...emit },
    ...(references.length === 0 ? {} : { references }),
  });
}
write("tsconfig.json", { files: [], references: projects.map((path) => ({ path })) });

if (process.argv.includes("--check") && stale.length > 0) {
  console.error(`References are out of date in ${stale.join(", ")}. Run: pnpm fix:references`);
  process.exitCode = 1;
} else if (stale.length > 0) console.log(`Wrote ${stale.join(", ")}.`);
