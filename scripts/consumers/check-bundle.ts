import { isBuiltin } from "node:module";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const conditions = { browser: ["browser"], worker: ["workerd", "worker"] };

/** Bundles the client the way an app for browsers or workers would; fails when a Node built-in is in it. */
export async function checkBundle(folder: string, target: keyof typeof conditions): Promise<string> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: 'export { CodeSpar } from "@codespar/sdk";', resolveDir: folder },
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    minify: true,
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: conditions[target],
    logLevel: "silent",
  });
  const imported = Object.values(metafile.inputs).flatMap(({ imports }) => imports);
  const builtins = imported.filter(({ path }) => isBuiltin(path)).map(({ path }) => path);
  if (builtins.length > 0) throw new Error(`The bundle asks for ${[...new Set(builtins)].join(", ")}.`);
  const [file] = outputFiles;
  if (file === undefined) throw new Error("esbuild wrote nothing.");
  return `${(gzipSync(file.contents).byteLength / 1000).toFixed(1)} kB gzipped`;
}
