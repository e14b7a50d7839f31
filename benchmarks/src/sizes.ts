import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Report } from "./figure.ts";
import { installedPackages } from "./installed-packages.ts";

const benchmarksFolder = fileURLToPath(new URL("..", import.meta.url));

/** What the client weighs in a worker's bundle and on the disk, as built. */
export async function sizes({ figure }: Report): Promise<void> {
  const { outputFiles } = await build({
    stdin: { contents: 'export { CodeSpar } from "@codespar/sdk";', resolveDir: benchmarksFolder },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
    conditions: ["workerd", "worker", "browser"],
    logLevel: "error",
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  figure({
    name: "import { CodeSpar } for the edge, minified and gzipped",
    value: gzipSync(bytes, { level: 9 }).byteLength / 1000,
    unit: "kB",
    target: { atMost: 12 },
    baseline: `${(bytes.byteLength / 1000).toFixed(1)} kB minified`,
  });

  const packages = installedPackages(realpathSync(`${benchmarksFolder}/node_modules/@codespar/sdk`));
  const heaviest = packages
    .toSorted((left, right) => right.bytes - left.bytes)
    .map(({ name, bytes }) => `${name}: ${(bytes / 1e6).toFixed(1)} MB`);
  figure({
    name: "@codespar/sdk installed with all dependencies",
    value: packages.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6,
    unit: "MB",
    target: { atMost: 20 },
    baseline: heaviest.join(", "),
  });
  figure({
    name: "packages that this installs",
    value: packages.length,
    unit: "packages",
    target: { atMost: 12 },
  });
}
