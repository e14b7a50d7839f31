import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/**
 * The sources of simulated providers that a program of an installed package would load, by the maps of our own files. What others
 * publish has none.
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

function getSources(file: string): string[] {
  const map = `${file}.map`;
  if (!existsSync(map)) return [];
  const { sources }: { sources: string[] } = JSON.parse(readFileSync(map, "utf8"));
  return sources;
}
