import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { access, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
/** What ends up in the app. */
const sources = [
  "package.json",
  "index.html",
  "src/**/*.{ts,tsx,css,svg}",
  "../sdk/src/**/*.ts",
  "../contract/src/**/*.ts",
  "../formats/src/**/*.ts",
];

export interface BuildAppOptions {
  /** Told that a build begins and how long it took. @default nobody */
  onProgress?: ((line: string) => void) | undefined;
}

/** Builds the app unless what it is made of was built before; returns the folder of its files. */
export async function buildApp({ onProgress = () => {} }: BuildAppOptions = {}): Promise<string> {
  const folder = join(root, "node_modules/.cache/app", fingerprint());
  if (await exists(join(folder, "index.html"))) return folder;
  onProgress("Building the inspector, once …");
  const start = performance.now();
  // several processes may build at a time: whoever is ready first puts its files in place
  const own = `${folder}.${randomUUID()}`;
  try {
    await bundleApart(own);
    await rename(own, folder);
  } catch (error) {
    if (!(await exists(join(folder, "index.html")))) throw error;
  } finally {
    await rm(own, { recursive: true, force: true });
  }
  onProgress(`Built in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  return folder;
}

/** In a process of its own, so that the one that serves keeps its environment and its memory. */
async function bundleApart(folder: string): Promise<void> {
  const script = fileURLToPath(new URL("build.ts", import.meta.url));
  await run(process.execPath, ["--disable-warning=ExperimentalWarning", script, folder], {
    env: { ...process.env, NODE_ENV: "production" },
  });
}

/** Changes with every byte that could end up in the app. */
function fingerprint(): string {
  const hash = createHash("sha256");
  const paths = globSync(sources, { cwd: root, exclude: (path) => path.endsWith(".test.ts") });
  for (const path of paths.sort())
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)));
  return hash.digest("hex").slice(0, 24);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
