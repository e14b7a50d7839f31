import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/**
 * The sources of simulated providers that a program of an installed package would load, by what our own files say of
 * themselves.
 */
export async function findSimulated(folder: string, program: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: [program],
    bundle: true,
    write: false,
    metafile: true,
    outdir: "unused",
    format: "esm",
    platform: "node",
    splitting: true,
    plugins: [
      {
        name: "ours alone",
        setup({ onResolve }) {
          onResolve({ filter: /^[^./]/ }, ({ kind, path }) =>
            kind === "entry-point" || path.startsWith("@codespar/") ? undefined : { external: true },
          );
        },
      },
    ],
    logLevel: "silent",
  });
  const sources = Object.keys(metafile.inputs).flatMap((file) => getSources(join(folder, file)));
  if (!sources.some((source) => source.includes("asaas/connect.ts"))) {
    throw new Error(`${program} does not load the connectors: this check sees nothing.`);
  }
  return sources.filter((source) => /simulat|\/engines\/|\/sandbox/.test(source));
}

/** By a file's map, or by what the bundler writes above each of them. What others publish has neither. */
function getSources(file: string): string[] {
  const map = `${file}.map`;
  if (!existsSync(map))
    return [...readFileSync(file, "utf8").matchAll(/^\/\/ (src\/\S+\.ts)$/gm)].map(
      ([, source = ""]) => source,
    );
  const { sources }: { sources: string[] } = JSON.parse(readFileSync(map, "utf8"));
  return sources;
}
